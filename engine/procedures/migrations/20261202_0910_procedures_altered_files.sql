-- Since when the bytes of a file are known not to be those that were handed in: the case says so. The
-- chain of custody itself stands in the journal.
ALTER TABLE case_files ADD COLUMN altered_at BIGINT;
