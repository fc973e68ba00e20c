-- What a member had typed when his session was over, for the page on which he typed it; gone after an hour.
create table draft (
  account_id    bigint                   not null references account,
  page          varchar(100)             not null,
  sealed_fields bytea                    not null,
  kept_at       timestamp with time zone not null,
  primary key (account_id, page)
);
