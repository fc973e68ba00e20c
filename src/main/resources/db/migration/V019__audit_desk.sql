-- The record of an insurer is read from its newest entry on.
create index audit_entry_insurer on audit_entry (insurer_id, at, id);

-- The looks at all of its seals, over once ended_at is known; intact where fault is null then.
create table audit_check (
  id       bigint primary key,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  fault    varchar(300)
);
