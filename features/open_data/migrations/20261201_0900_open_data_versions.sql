-- What was published as open data: each version of a table once, never changed again. `position` is the
-- cut-off in the journal, `digest` and `json_digest` are SHA-256 of the files' bytes.
CREATE TABLE open_versions (
    table_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    part TEXT NOT NULL,
    place TEXT NOT NULL,
    label TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    position BIGINT NOT NULL,
    formula TEXT NOT NULL,
    rows BIGINT NOT NULL,
    left_out BIGINT NOT NULL,
    digest TEXT NOT NULL,
    csv_bytes BIGINT NOT NULL,
    json_digest TEXT NOT NULL,
    json_bytes BIGINT NOT NULL,
    columns TEXT NOT NULL,
    preview TEXT NOT NULL,
    PRIMARY KEY (table_id, number),
    CHECK (number > 0)
);

-- The bytes themselves: a link to a version answers these for ever.
CREATE TABLE open_files (
    table_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    csv TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (table_id, number)
);
