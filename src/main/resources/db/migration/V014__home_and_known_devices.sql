-- お知らせ of an insurer, as CommonMark in both languages. Without a symbol it is for every member, else for those of
-- this 記号; without an end it is shown until somebody takes it away.
create table notice (
  id          bigint primary key,
  insurer_id  bigint                   not null references insurer,
  symbol      varchar(20),
  important   boolean                  not null,
  title_ja    varchar(200)             not null,
  title_en    varchar(200)             not null,
  text_ja     varchar                  not null,
  text_en     varchar                  not null,
  shown_from  timestamp with time zone not null,
  shown_until timestamp with time zone
);
create index notice_insurer on notice (insurer_id, shown_from);

-- That a member said that he has read one.
create table notice_read (
  account_id bigint                   not null references account,
  notice_id  bigint                   not null references notice on delete cascade,
  read_at    timestamp with time zone not null,
  primary key (account_id, notice_id)
);
create index notice_read_notice on notice_read (notice_id);

-- What else the insurer has for its members, at other addresses.
create table insurer_service (
  id         bigint primary key,
  insurer_id bigint       not null references insurer,
  place      integer      not null,
  name_ja    varchar(100) not null,
  name_en    varchar(100) not null,
  about_ja   varchar(200) not null,
  about_en   varchar(200) not null,
  address    varchar(500) not null check (address like 'https://%'),
  unique (insurer_id, place)
);
