-- What staff bring in of their insurer's members. All of it stands here, so that any node can begin it and go on with it.
create table roster_import (
  id           bigint primary key,
  insurer_id   bigint                   not null references insurer,
  brought_by   bigint                   not null references account,
  file_name    varchar(200)             not null,
  scope        varchar(10)              not null,
  headings     varchar(8000)            not null,
  places       varchar(400)             not null,
  state        varchar(20)              not null,
  lines        bigint                   not null,
  done         bigint                   not null,
  added        bigint                   not null,
  changed      bigint                   not null,
  gone         bigint                   not null,
  present      bigint                   not null,
  faulty       bigint                   not null,
  brought_at   timestamp with time zone not null,
  begun_at     timestamp with time zone not null,
  ended_at     timestamp with time zone,
  version      integer                  not null
);
create index roster_import_insurer on roster_import (insurer_id, brought_at);

-- The rows of the file as they stand there; numbered, since lines of the file may hold none or half of one.
create table roster_line (
  import_id bigint  not null references roster_import,
  place     bigint  not null,
  line      bigint  not null,
  fields    varchar not null,
  primary key (import_id, place)
);

-- What they say, as far as they can be taken.
create table roster_row (
  import_id       bigint       not null references roster_import,
  place           bigint       not null,
  line            bigint       not null,
  symbol          varchar(20)  not null,
  number          varchar(20)  not null,
  branch          varchar(2)   not null,
  name            varchar(100) not null,
  kana            varchar(100) not null,
  birth_date      date         not null,
  user_id         varchar(64)  not null,
  email           varchar(254),
  qualified_on    date         not null,
  disqualified_on date,
  primary key (import_id, place)
);
create index roster_row_number on roster_row (import_id, symbol, number, branch);
create index roster_row_user_id on roster_row (import_id, user_id);

create table roster_fault (
  import_id bigint       not null references roster_import,
  line      bigint       not null,
  heading   varchar(20)  not null,
  refusal   varchar(60)  not null,
  argument  varchar(100) not null,
  primary key (import_id, line, heading, refusal)
);

-- What stood in the roster before: by it a run is undone, with which a member who was added goes before his line here.
create table roster_undo (
  import_id       bigint  not null references roster_import,
  member_id       bigint  not null,
  added           boolean not null,
  name            varchar(100),
  kana            varchar(100),
  birth_date      date,
  qualified_on    date,
  disqualified_on date,
  roster_email    varchar(254),
  primary key (import_id, member_id)
);
