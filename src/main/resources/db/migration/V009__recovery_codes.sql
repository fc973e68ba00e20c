-- Ten codes at a time, each good for once in the place of a second factor. Every hash of a sheet has the same salt, so
-- that one look finds the code.
create table recovery_code (
  id         bigint primary key,
  account_id bigint       not null references account,
  hash       varchar(200) not null,
  used_at    timestamp with time zone
);
create index recovery_code_account on recovery_code (account_id);

-- The codes themselves, for the visit that made them, until it says that it has kept them.
create table recovery_sheet (
  account_id   bigint primary key references account,
  session_id   bigint                   not null,
  sealed_codes bytea                    not null,
  made_at      timestamp with time zone not null
);
