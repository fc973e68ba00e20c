-- Whoever has none of his devices any more, and has shown his password and a code by mail: from opens_at on the two of
-- them let him in. It dies with the account's epoch, as sessions do.
create table account_recovery (
  id              bigint primary key,
  account_id      bigint                   not null unique references account,
  epoch           integer                  not null,
  opens_at        timestamp with time zone not null,
  stop_token_hash varchar(43)              not null unique
);
create index account_recovery_opens_at on account_recovery (opens_at);

-- How long he has to wait.
alter table insurer_policy add column recovery_wait_hours integer default 24 not null;

-- A code is sent for one purpose. Whoever waits for one just now asks for another: it lives for ten minutes.
drop table email_confirmation;
create table email_confirmation (
  account_id  bigint                   not null references account,
  purpose     varchar(20)              not null,
  address     varchar(254)             not null,
  sealed_code bytea                    not null,
  sent_at     timestamp with time zone not null,
  primary key (account_id, purpose)
);
