-- How many of the staff it takes to change how a member signs in.
alter table insurer_policy add column help_approval varchar(10) default 'ONE' not null;

-- What one of the staff asks for, until another approves it. An address that is to be entered is sealed.
create table help_request (
  id           bigint primary key,
  insurer_id   bigint                   not null references insurer,
  account_id   bigint                   not null references account on delete cascade,
  deed         varchar(20)              not null,
  reason       varchar(20)              not null,
  checks       varchar(100)             not null,
  sealed_email bytea,
  asked_by     bigint                   not null references account,
  asked_at     timestamp with time zone not null,
  unique (account_id, deed)
);
create index help_request_insurer on help_request (insurer_id, id);
create index help_request_asked on help_request (asked_at);
create index help_request_asked_by on help_request (asked_by);
