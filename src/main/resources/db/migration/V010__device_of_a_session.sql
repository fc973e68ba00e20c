-- Browser and system with which a session began, by the portal's own short names; null where that was not written down.
alter table sign_in_session add column device varchar(40);
