-- Every change of state is one row here, written in the same transaction as the rows it changes.
-- Ids, codes, amounts and keyed digests only: never a name, a number of a person or free text.
CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    city TEXT NOT NULL,
    actor BIGINT,
    organisation BIGINT,
    counterpart BIGINT,
    person BIGINT,
    subject_kind TEXT NOT NULL,
    subject BIGINT NOT NULL,
    data TEXT NOT NULL
);
CREATE INDEX events_of_subject ON events (subject, position);
