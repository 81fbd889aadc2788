-- Every text of a definition that is or was in force. `kind` is that of its folder: registers,
-- procedures. `digest` is SM3 of the text.
CREATE TABLE definitions (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    digest TEXT NOT NULL,
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    confirmed_at BIGINT,
    confirmed_by BIGINT,
    PRIMARY KEY (kind, id, version),
    CHECK (kind IN ('registers', 'procedures')),
    CHECK (version > 0)
);
