-- Accounts of an insurer's own staff: a name and what they may do in the place of an insured person.
alter table account alter column member_id drop not null;
alter table account add column staff_name varchar(100);
alter table account add column staff_role varchar(20);
alter table account add constraint account_owner check (
  member_id is not null and staff_name is null and staff_role is null
  or member_id is null and staff_name is not null and staff_role is not null);

-- When staff took every second factor of the account's away: a new one is not set up by the password alone then.
alter table account add column factors_reset_at timestamp with time zone;

-- What a member who is to be recognised by the insurer's staff reads to them from his own screen. It is of one visit.
create table desk_code (
  account_id   bigint primary key references account,
  session_id   bigint                   not null,
  sealed_code  bytea                    not null,
  made_at      timestamp with time zone not null,
  confirmed_at timestamp with time zone
);

-- The help desk finds by the number that a page gave out what became of it.
create index audit_entry_request on audit_entry (request_id);
