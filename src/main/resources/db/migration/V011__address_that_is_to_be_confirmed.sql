-- The address to which the code went: a member who changes his keeps the former one until the code is back.
alter table email_confirmation add column address varchar(254);
update email_confirmation set address = (select a.email from account a where a.id = account_id);
delete from email_confirmation where address is null;
alter table email_confirmation alter column address set not null;
