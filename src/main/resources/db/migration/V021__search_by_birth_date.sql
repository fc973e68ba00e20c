-- Whoever knows neither user ID nor number is found by his birth date, of which an insurer has few.
create index member_birth_date on member (insurer_id, birth_date);
