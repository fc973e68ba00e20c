-- What an insurer was called, looked like and was reached by before a manager changed it; how it is now stands in
-- insurer. Read backwards it is the history.
create table former_profile (
  id               bigint primary key,
  insurer_id       bigint                   not null references insurer,
  replaced_at      timestamp with time zone not null,
  replaced_by      bigint                   not null references account,
  name             varchar(100)             not null,
  name_en          varchar(100)             not null,
  accent           varchar(7)               not null,
  logo             varchar                  not null,
  sender_address   varchar(254)             not null,
  alarm_address    varchar(254),
  contact_phone    varchar(40)              not null,
  contact_hours    varchar(200)             not null,
  contact_hours_en varchar(200)             not null,
  contact_post     varchar(200)             not null,
  contact_post_en  varchar(200)             not null
);
create index former_profile_insurer on former_profile (insurer_id, id);

-- As the portal reads it from now on.
update insurer set accent = lower(accent);
update insurer set accent = '#0055ad' where accent not like '#______';

-- Whole hours and minutes, as managers see them and decide.
update insurer_policy set absolute_minutes = 60 * ((absolute_minutes + 59) / 60),
    longest_wait_seconds = 60 * ((longest_wait_seconds + 59) / 60);

-- Who decided; null where the installation came with it.
alter table insurer_policy add column decided_by bigint references account;

-- In which languages members may read, parted by commas.
alter table insurer_policy add column languages varchar(10) default 'JA,EN' not null;
