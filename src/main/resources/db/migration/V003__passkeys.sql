-- What authenticators know an account by: 64 random bytes in base64url (WebAuthn L3 section 14.6.1).
create table passkey_user (
  account_id bigint primary key references account,
  handle     varchar(86) not null unique
);

-- The credential record of WebAuthn L3 section 4. A credential ID has at most 1023 bytes, here in base64url, and is
-- nobody else's anywhere (section 7.1 step 25).
create table passkey (
  id                       bigint primary key,
  account_id               bigint                   not null references account,
  insurer_id               bigint                   not null references insurer,
  rp_id                    varchar(253)             not null,
  credential_id            varchar(1364)            not null unique,
  attested_credential_data bytea                    not null,
  sign_count               bigint                   not null,
  backup_eligible          boolean                  not null,
  backed_up                boolean                  not null,
  transports               varchar(100)             not null,
  name                     varchar(50)              not null,
  created_at               timestamp with time zone not null,
  last_used_at             timestamp with time zone not null
);
create index passkey_account on passkey (account_id);

-- Challenges that were answered: none works twice. Those that were only given out are written nowhere.
create table used_challenge (
  challenge  varchar(43) primary key,
  expires_at timestamp with time zone not null
);
create index used_challenge_expires on used_challenge (expires_at);

-- Until now there was one method, so no insurer could decide: the manual's two are offered.
insert into insurer_policy (id, insurer_id, revision, since, password_profile, initial_password_days, methods,
    hand_over, idle_minutes, absolute_minutes, free_tries, first_wait_seconds, longest_wait_seconds)
  select nextval('id_sequence'), p.insurer_id, i.revision + 1, current_timestamp, p.password_profile,
      p.initial_password_days, 'OTP,PASSKEY', p.hand_over, p.idle_minutes, p.absolute_minutes, p.free_tries,
      p.first_wait_seconds, p.longest_wait_seconds
    from insurer_policy p join insurer i on i.id = p.insurer_id
    where p.revision = (select max(n.revision) from insurer_policy n where n.insurer_id = p.insurer_id);
update insurer set revision = revision + 1;
