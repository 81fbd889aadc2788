-- The keys that seal the journal: the point is public, the secret lies sealed with the keyring.
CREATE TABLE journal_keys (
    number INTEGER PRIMARY KEY,
    point TEXT NOT NULL,
    secret_box TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
-- Blocks of events under a Merkle root, chained and signed (docs/adr/0010). They tile the journal.
CREATE TABLE journal_blocks (
    number BIGINT PRIMARY KEY CHECK (number > 0),
    first_position BIGINT NOT NULL UNIQUE,
    last_position BIGINT NOT NULL UNIQUE,
    root TEXT NOT NULL,
    previous TEXT NOT NULL UNIQUE,
    at BIGINT NOT NULL,
    key_number INTEGER NOT NULL REFERENCES journal_keys (number),
    signature TEXT NOT NULL,
    CHECK (first_position > 0 AND last_position >= first_position)
);
