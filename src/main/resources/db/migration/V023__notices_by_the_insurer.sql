-- What an insurer is going to tell its members, until it is published. Its number counts what was saved, so that
-- whoever saves over another's words is told. It is shown from the beginning of one day, or from its publishing on,
-- until the end of another, if any.
create table notice_draft (
  id         bigint primary key,
  insurer_id bigint                   not null references insurer,
  number     integer                  not null,
  saved_at   timestamp with time zone not null,
  saved_by   bigint                   not null references account,
  symbol     varchar(20),
  important  boolean                  not null,
  title_ja   varchar(200)             not null,
  title_en   varchar(200)             not null,
  text_ja    varchar                  not null,
  text_en    varchar                  not null,
  first_day  date,
  last_day   date
);
create index notice_draft_insurer on notice_draft (insurer_id);
