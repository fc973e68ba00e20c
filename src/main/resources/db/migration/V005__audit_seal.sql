-- A seal is over its own number, time, count and last entry, the seal before it, and every column of its entries.
-- Nothing refers to it by a foreign key: whoever may change this database may drop that too, the check needs none.
create table audit_seal (
  number        bigint primary key,
  sealed_at     timestamp with time zone not null,
  entries       integer                  not null,
  last_entry_id bigint                   not null,
  mac           bytea                    not null
);

-- Null until the entry is sealed. In this order the few without a seal lie together, as do the entries of each seal.
alter table audit_entry add column seal_id bigint;
create index audit_entry_seal on audit_entry (seal_id, id);

-- Which node does what only one may do.
create table lease (
  name     varchar(40) primary key,
  node     varchar(20)              not null,
  until_at timestamp with time zone not null
);
