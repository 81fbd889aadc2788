-- As what kind of job seeker a person is registered (data/code_tables.csv, seeker_kinds): for the standard
-- table of the quarter report. Not stated: no row of it but 未登记.
ALTER TABLE people ADD COLUMN seeker_kind TEXT;
