-- To look for its import at each of a million rows takes PostgreSQL about as long as to store them, and no import is ever
-- deleted. On H2, which checks it for next to nothing and names it otherwise, it stays.
alter table roster_line drop constraint if exists roster_line_import_id_fkey;
alter table roster_row drop constraint if exists roster_row_import_id_fkey;
alter table roster_fault drop constraint if exists roster_fault_import_id_fkey;
alter table roster_undo drop constraint if exists roster_undo_import_id_fkey;
