-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE imports_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('demand', 'supply')),
    filename TEXT NOT NULL,
    digest TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('reading', 'ready', 'applying', 'done', 'failed')),
    account BIGINT NOT NULL,
    role TEXT NOT NULL,
    place TEXT NOT NULL,
    organisation BIGINT,
    form TEXT NOT NULL,
    columns TEXT NOT NULL,
    notes TEXT NOT NULL,
    publish INTEGER NOT NULL,
    progress_per_mille INTEGER NOT NULL CHECK (progress_per_mille BETWEEN 0 AND 1000),
    ready INTEGER NOT NULL CHECK (ready >= 0),
    review INTEGER NOT NULL CHECK (review >= 0),
    duplicates INTEGER NOT NULL CHECK (duplicates >= 0),
    refused INTEGER NOT NULL CHECK (refused >= 0),
    imported INTEGER NOT NULL CHECK (imported >= 0),
    failure TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    finished_at BIGINT,
    PRIMARY KEY (id, city)
);
INSERT INTO imports_anew (id, city, kind, filename, digest, status, account, role, place, organisation, form,
    columns, notes, publish, progress_per_mille, ready, review, duplicates, refused, imported, failure,
    created_at, changed_at, finished_at)
SELECT id, city, kind, filename, digest, status, account, role, place, organisation, form, columns, notes,
    publish, progress_per_mille, ready, review, duplicates, refused, imported, failure, created_at,
    changed_at, finished_at
FROM imports;
DROP TABLE imports;
ALTER TABLE imports_anew RENAME TO imports;
CREATE INDEX imports_by_status ON imports (status, id);
CREATE INDEX imports_by_account ON imports (account, id);
CREATE INDEX imports_by_organisation ON imports (organisation, id);

CREATE TABLE import_rows_anew (
    import BIGINT NOT NULL,
    city TEXT NOT NULL,
    row INTEGER NOT NULL,
    outcome TEXT NOT NULL
        CHECK (outcome IN ('ready', 'review', 'duplicate', 'refused', 'imported')),
    summary TEXT NOT NULL,
    title_key TEXT NOT NULL,
    duplicate_of TEXT NOT NULL,
    faults TEXT NOT NULL,
    suggestions TEXT NOT NULL,
    notes TEXT NOT NULL,
    content TEXT NOT NULL,
    result BIGINT,
    PRIMARY KEY (import, row, city),
    CHECK ((outcome = 'imported') = (result IS NOT NULL))
);
INSERT INTO import_rows_anew (import, city, row, outcome, summary, title_key, duplicate_of, faults,
    suggestions, notes, content, result)
SELECT import, city, row, outcome, summary, title_key, duplicate_of, faults, suggestions, notes, content,
    result
FROM import_rows;
DROP TABLE import_rows;
ALTER TABLE import_rows_anew RENAME TO import_rows;
CREATE INDEX import_rows_by_outcome ON import_rows (import, outcome, row);
CREATE INDEX import_rows_by_title ON import_rows (import, title_key, row)
    WHERE outcome = 'review';
CREATE INDEX import_rows_by_result ON import_rows (result) WHERE result IS NOT NULL;
