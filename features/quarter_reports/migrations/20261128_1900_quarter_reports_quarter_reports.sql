-- The quarter report of a place ("" is the region): thirteen tables, counted as of `position` in the
-- journal by the two measures in the versions named.
CREATE TABLE quarter_reports (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    period TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'review', 'published')),
    version INTEGER NOT NULL,
    number TEXT NOT NULL,
    demand_formula BIGINT NOT NULL,
    supply_formula BIGINT NOT NULL,
    position BIGINT NOT NULL,
    demand BIGINT NOT NULL,
    supply BIGINT NOT NULL,
    left_out BIGINT NOT NULL,
    persons_min BIGINT NOT NULL,
    firms_min BIGINT NOT NULL,
    included TEXT NOT NULL,
    excluded TEXT NOT NULL,
    quarter_before BIGINT,
    year_before BIGINT,
    digest TEXT NOT NULL,
    note TEXT NOT NULL,
    made_by BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    submitted_by BIGINT,
    published_by BIGINT,
    published_at BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK ((status = 'published') = (published_at IS NOT NULL AND published_by IS NOT NULL)),
    CHECK (published_by IS NULL OR (published_by <> made_by AND published_by <> submitted_by))
);
-- Of a place and quarter one report is being made at a time (version 0), and a version is there once.
CREATE UNIQUE INDEX quarter_reports_being_made ON quarter_reports (city, place, period, version);

-- The rows of its tables: for the office all, for everybody what may be published. Numbers alone: who was
-- in which group is kept nowhere. Once the report is published they never change.
CREATE TABLE quarter_report_rows (
    city TEXT NOT NULL,
    report BIGINT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('office', 'everybody')),
    table_name TEXT NOT NULL,
    line INTEGER NOT NULL,
    code TEXT NOT NULL,
    demand BIGINT NOT NULL,
    firms BIGINT NOT NULL,
    supply BIGINT NOT NULL,
    members TEXT NOT NULL,
    PRIMARY KEY (city, report, audience, table_name, line)
);
