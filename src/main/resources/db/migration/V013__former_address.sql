-- A confirmed address that another one took the place of. For seven days whoever reads its mail can have it back, by a
-- link of which only the hash is here. Nothing that is done on the account meanwhile ends that, so there is no epoch.
-- Those of one account are in order of their numbers.
create table former_address (
  id          bigint primary key,
  token_hash  varchar(43)              not null unique,
  account_id  bigint                   not null references account,
  address     varchar(254)             not null,
  expires_at  timestamp with time zone not null,
  restored_at timestamp with time zone
);
create index former_address_account on former_address (account_id, id);
create index former_address_expiry on former_address (expires_at);
