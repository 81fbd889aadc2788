-- The supply list and the demand list of a place ("" is the region) and a quarter. `position` is the
-- cut-off in the journal, `formula` the version of the measure that counted.
CREATE TABLE lists (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('demand', 'supply')),
    period TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'review', 'frozen', 'published')),
    version INTEGER NOT NULL,
    number TEXT NOT NULL,
    formula BIGINT NOT NULL,
    position BIGINT NOT NULL,
    total BIGINT NOT NULL,
    left_out BIGINT NOT NULL,
    included TEXT NOT NULL,
    excluded TEXT NOT NULL,
    digest TEXT NOT NULL,
    note TEXT NOT NULL,
    made_by BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    submitted_by BIGINT,
    frozen_by BIGINT,
    frozen_at BIGINT,
    published_at BIGINT,
    published_position BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK ((status IN ('frozen', 'published')) = (frozen_by IS NOT NULL)),
    CHECK ((status = 'published') = (published_at IS NOT NULL)),
    CHECK (frozen_by IS NULL OR (frozen_by <> made_by AND frozen_by <> submitted_by))
);
-- Of a kind, place and quarter one list is being made at a time, and a version is there once.
CREATE UNIQUE INDEX lists_being_made ON lists (city, kind, place, period, version);
CREATE INDEX lists_published ON lists (status, published_position);

-- The lines of a list: for the office all, for everybody what may be published. Once the list is
-- frozen they never change.
CREATE TABLE list_lines (
    city TEXT NOT NULL,
    list_id BIGINT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('office', 'everybody')),
    line INTEGER NOT NULL,
    place TEXT NOT NULL,
    industry TEXT NOT NULL,
    occupation TEXT NOT NULL,
    amount BIGINT NOT NULL,
    facts BIGINT NOT NULL,
    PRIMARY KEY (city, list_id, audience, line)
);
