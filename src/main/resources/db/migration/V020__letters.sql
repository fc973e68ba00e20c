-- Letters that are printed together; of one member alone where account_id says whose.
create table letter_batch (
  id         bigint primary key,
  insurer_id bigint                   not null references insurer,
  made_at    timestamp with time zone not null,
  made_by    bigint                   not null references account,
  account_id bigint,
  letters    integer                  not null
);
create index letter_batch_insurer on letter_batch (insurer_id, id);

-- Whoever is taken back out of the roster is no more, and so is his letter: accounts are not referred to.
create table letter (
  batch_id   bigint  not null references letter_batch,
  place      integer not null,
  account_id bigint  not null,
  primary key (batch_id, place)
);
create index letter_account on letter (account_id, batch_id);

-- What an insurer says in them; the last one counts.
create table letter_words (
  id         bigint primary key,
  insurer_id bigint                   not null references insurer,
  written_at timestamp with time zone not null,
  written_by bigint                   not null references account,
  opening    varchar(1000)            not null,
  closing    varchar(1000)            not null
);
create index letter_words_insurer on letter_words (insurer_id, id);
