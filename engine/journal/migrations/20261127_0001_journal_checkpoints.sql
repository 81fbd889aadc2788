-- How far each reader that keeps tables of its own (figures, notices) has come in the journal.
CREATE TABLE journal_checkpoints (
    name TEXT PRIMARY KEY,
    position BIGINT NOT NULL CHECK (position >= 0)
);
