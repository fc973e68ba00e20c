-- What somebody asked for who had forgotten his password or user ID. The page only puts it here: whoever works it off
-- answers by mail, so that nothing on the page can tell whether there was anything to answer.
create table recovery_request (
  id          bigint primary key,
  insurer_id  bigint                   not null references insurer,
  sealed_what bytea                    not null,
  language    varchar(2)               not null,
  address     varchar(45)              not null,
  request_id  varchar(20)              not null,
  asked_at    timestamp with time zone not null,
  tries       integer                  not null
);
create index recovery_request_tries on recovery_request (tries, id);

-- Lets its holder set a new password. It dies with the account's epoch, as sessions do.
-- sealed_visit: the token of the visit that it began, so that a double click is answered as the first.
create table recovery_link (
  id           bigint primary key,
  token_hash   varchar(43)              not null unique,
  account_id   bigint                   not null references account,
  epoch        integer                  not null,
  expires_at   timestamp with time zone not null,
  used_at      timestamp with time zone,
  sealed_visit bytea
);
create index recovery_link_account on recovery_link (account_id);
create index recovery_link_expiry on recovery_link (expires_at);

-- Members write their address in capitals one day and without them the next.
alter table account add column email_lower varchar(254);
update account set email_lower = lower(email);
create index account_email_lower on account (insurer_id, email_lower);
