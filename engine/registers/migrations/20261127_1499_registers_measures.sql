-- Measures (features/statistics) are definitions, too.
CREATE TABLE definitions_anew (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    digest TEXT NOT NULL,
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    confirmed_at BIGINT,
    confirmed_by BIGINT,
    PRIMARY KEY (kind, id, version),
    CHECK (kind IN ('registers', 'procedures', 'measures')),
    CHECK (version > 0)
);
INSERT INTO definitions_anew (kind, id, version, digest, text, at, confirmed_at, confirmed_by)
SELECT kind, id, version, digest, text, at, confirmed_at, confirmed_by FROM definitions;
DROP TABLE definitions;
ALTER TABLE definitions_anew RENAME TO definitions;
