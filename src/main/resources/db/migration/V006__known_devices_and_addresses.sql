-- Devices from which somebody once signed in fully. The cookie's token is the device's, not the account's: those who
-- share a computer share it.
create table known_device (
  token_hash      varchar(43)              not null,
  account_id      bigint                   not null references account,
  known_since     timestamp with time zone not null,
  last_sign_in_at timestamp with time zone not null,
  primary key (token_hash, account_id)
);
create index known_device_account on known_device (account_id);

-- What came from where within a quarter of an hour: of an insurer one row an address, and one of all of them.
create table guess_crowd (
  subject  varchar(43)              primary key,
  since    timestamp with time zone not null,
  tries    integer                  not null,
  failures integer                  not null
);

-- When it was last tried: a count that nobody added to for long is swept away.
alter table guess_budget add column tried_at timestamp with time zone default current_timestamp not null;

alter table insurer_policy add column tell_after integer default 10 not null;
alter table insurer_policy add column most_failures integer default 100 not null;
alter table insurer_policy add column address_failures integer default 100 not null;
alter table insurer_policy add column alarm_failures integer default 1000 not null;
