-- H2 counts a letter beyond the first plane of Unicode as two: thirty of them, and a number behind.
alter table totp_device alter column name set data type varchar(70);
alter table passkey alter column name set data type varchar(70);
