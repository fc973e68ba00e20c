-- By which staff find the visit of whoever talks to them: he reads it to them from his screen. It is worth nothing to
-- anybody else, and gone with its session.
create table support_code (
  session_id bigint primary key references sign_in_session on delete cascade,
  insurer_id bigint                   not null references insurer,
  code       varchar(6)               not null,
  shown_at   timestamp with time zone not null,
  unique (insurer_id, code)
);
create index support_code_shown on support_code (shown_at);
