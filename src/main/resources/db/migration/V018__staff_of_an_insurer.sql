-- An insurer's staff are few among all the accounts of its members.
create index account_staff on account (insurer_id, staff_role);
