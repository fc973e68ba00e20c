-- What an insurer's next terms are to be, until they are published: one draft at a time. Each saving has a
-- number of its own, so that whoever saves over another's words is told.
create table terms_draft (
  insurer_id   bigint primary key references insurer,
  number       bigint                   not null,
  saved_at     timestamp with time zone not null,
  saved_by     bigint                   not null references account,
  effective_on date,
  material     boolean                  not null,
  text_ja      varchar                  not null,
  text_en      varchar                  not null,
  changes_ja   varchar                  not null,
  changes_en   varchar                  not null
);
