-- What members log in with for the first time.
alter table insurer_policy add column initial_password varchar(10) default 'DERIVED' not null;

-- What was drawn for a member and stands in his letter, sealed; none once he has a password of his own.
alter table account add column sealed_letter_secret bytea;
