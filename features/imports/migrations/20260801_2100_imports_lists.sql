-- Lists that were sent in, and what became of each of their rows. `city` is that of the importer's
-- place. The five counts always add up to the rows read; `digest` (SM3) recognises a file that was
-- imported before.
CREATE TABLE imports (
    id BIGINT PRIMARY KEY,
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
    finished_at BIGINT
);
CREATE INDEX imports_by_status ON imports (status, id);
CREATE INDEX imports_by_account ON imports (account, id);
CREATE INDEX imports_by_organisation ON imports (organisation, id);

-- One row per row read. `content` is the row as it was understood: JSON for demand, a sealed box
-- (engine/crypto) for supply, because it holds identity numbers; emptied once imported.
-- `result` is the order or person that it became.
CREATE TABLE import_rows (
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
    PRIMARY KEY (import, row),
    CHECK ((outcome = 'imported') = (result IS NOT NULL))
);
CREATE INDEX import_rows_by_outcome ON import_rows (import, outcome, row);
CREATE INDEX import_rows_by_title ON import_rows (import, title_key, row)
    WHERE outcome = 'review';
