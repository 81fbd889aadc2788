-- The instant that says for which month and year a record counts: the first confirmation of a start, the
-- first day of the month worked. It stays when the state changes. Rows counted before keep what they had;
-- `POST figures/recount` counts them anew.
ALTER TABLE figure_records ADD COLUMN counts_for_at BIGINT NOT NULL DEFAULT 0;
UPDATE figure_records SET counts_for_at = at;
