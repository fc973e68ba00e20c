-- Runs unchanged on PostgreSQL and on H2 in its PostgreSQL mode.
create sequence id_sequence start with 50 increment by 50;

-- Whom the portal serves. A revision counts every change of what is cached of an insurer:
-- brand, policy, origins, terms.
create table insurer (
  id               bigint primary key,
  code             varchar(40)  not null unique,
  revision         integer      not null,
  name             varchar(100) not null,
  name_en          varchar(100) not null,
  accent           varchar(7)   not null,
  logo             varchar      not null,
  sender_address   varchar(254) not null,
  contact_phone    varchar(40)  not null,
  contact_hours    varchar(200) not null,
  contact_hours_en varchar(200) not null,
  contact_post     varchar(200) not null,
  contact_post_en  varchar(200) not null
);

create table insurer_origin (
  id         bigint primary key,
  insurer_id bigint       not null references insurer,
  authority  varchar(260) not null unique,
  scheme     varchar(5)   not null,
  rp_id      varchar(253) not null,
  canonical  boolean      not null
);
create index insurer_origin_insurer on insurer_origin (insurer_id);

-- Each change of the policy is a row of its own; the newest one is in force.
create table insurer_policy (
  id                    bigint primary key,
  insurer_id            bigint                   not null references insurer,
  revision              integer                  not null,
  since                 timestamp with time zone not null,
  password_profile      varchar(10)              not null,
  initial_password_days integer,
  methods               varchar(40)              not null,
  hand_over             varchar(10)              not null,
  idle_minutes          integer                  not null,
  absolute_minutes      integer                  not null,
  free_tries            integer                  not null,
  first_wait_seconds    integer                  not null,
  longest_wait_seconds  integer                  not null,
  unique (insurer_id, revision)
);

create table terms_version (
  id           bigint primary key,
  insurer_id   bigint  not null references insurer,
  number       integer not null,
  effective_on date    not null,
  material     boolean not null,
  text_ja      varchar not null,
  text_en      varchar not null,
  changes_ja   varchar not null,
  changes_en   varchar not null,
  unique (insurer_id, number)
);

-- The insured person as the insurer's roster has him.
create table member (
  id              bigint primary key,
  insurer_id      bigint       not null references insurer,
  symbol          varchar(20)  not null,
  number          varchar(20)  not null,
  branch          varchar(2)   not null,
  name            varchar(100) not null,
  kana            varchar(100) not null,
  birth_date      date         not null,
  qualified_on    date         not null,
  disqualified_on date,
  roster_email    varchar(254),
  unique (insurer_id, symbol, number, branch)
);

-- Without a password hash the account stands at its initial password.
create table account (
  id                          bigint primary key,
  insurer_id                  bigint      not null references insurer,
  member_id                   bigint      not null unique references member,
  user_id                     varchar(64) not null,
  password_hash               varchar(200),
  password_set_at             timestamp with time zone,
  initial_password_expires_at timestamp with time zone,
  epoch                       integer     not null,
  birth_date_confirmed_at     timestamp with time zone,
  user_id_decided_at          timestamp with time zone,
  method                      varchar(10),
  email                       varchar(254),
  email_state                 varchar(10) not null,
  email_decided_at            timestamp with time zone,
  first_login_completed_at    timestamp with time zone,
  hand_over_continued_at      timestamp with time zone,
  version                     integer     not null,
  unique (insurer_id, user_id)
);

create table email_confirmation (
  account_id  bigint primary key references account,
  sealed_code bytea                    not null,
  sent_at     timestamp with time zone not null
);

create table terms_acceptance (
  id          bigint primary key,
  account_id  bigint                   not null references account,
  number      integer                  not null,
  text_sha256 varchar(64)              not null,
  language    varchar(2)               not null,
  accepted_at timestamp with time zone not null,
  unique (account_id, number)
);

-- last_step is the last thirty-second step whose code was accepted (RFC 6238 section 5.2);
-- drift is how many steps the device's clock was off then.
create table totp_device (
  id            bigint primary key,
  account_id    bigint                   not null references account,
  name          varchar(50)              not null,
  sealed_secret bytea                    not null,
  created_at    timestamp with time zone not null,
  confirmed_at  timestamp with time zone,
  last_step     bigint                   not null,
  drift         integer                  not null,
  last_used_at  timestamp with time zone
);
create index totp_device_account on totp_device (account_id);

-- Codes of steps still to come that were seen once and must not work when their time comes.
create table totp_burned_step (
  device_id bigint not null references totp_device on delete cascade,
  step      bigint not null,
  primary key (device_id, step)
);

-- replaced_…: the former token and the form that changed it, so that a double click is answered as the first.
create table sign_in_session (
  id                  bigint primary key,
  token_hash          varchar(43)              not null unique,
  insurer_id          bigint                   not null references insurer,
  account_id          bigint                   not null references account,
  epoch               integer                  not null,
  proofs              varchar(1000)            not null,
  started_at          timestamp with time zone not null,
  last_use_at         timestamp with time zone not null,
  replaced_token_hash varchar(43),
  replaced_at         timestamp with time zone,
  replaced_by_form    varchar(43),
  sealed_successor    bytea
);
create index sign_in_session_account on sign_in_session (account_id);
create index sign_in_session_replaced on sign_in_session (replaced_token_hash);

create table guess_budget (
  kind       varchar(20) not null,
  subject    varchar(64) not null,
  failures   integer     not null,
  wait_until timestamp with time zone,
  primary key (kind, subject)
);

create table outgoing_mail (
  id               bigint primary key,
  insurer_id       bigint                   not null references insurer,
  template         varchar(40)              not null,
  language         varchar(2)               not null,
  sender           varchar(254)             not null,
  sender_name      varchar(100)             not null,
  sealed_recipient bytea,
  sealed_arguments bytea,
  message_id       varchar(120)             not null,
  created_at       timestamp with time zone not null,
  next_try_at      timestamp with time zone,
  tries            integer                  not null,
  sent_at          timestamp with time zone,
  given_up_at      timestamp with time zone
);
create index outgoing_mail_next_try on outgoing_mail (next_try_at);

create table audit_entry (
  id         bigint primary key,
  at         timestamp with time zone not null,
  insurer_id bigint                   not null,
  account_id bigint,
  event      varchar(40)              not null,
  address    varchar(45)              not null,
  request_id varchar(20)              not null,
  detail     varchar(500)             not null
);
create index audit_entry_account on audit_entry (account_id, at);
