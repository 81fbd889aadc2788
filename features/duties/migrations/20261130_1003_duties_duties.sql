-- What an office has to do, by when, and what proves it. `set_place` is the office that set it.
CREATE TABLE duties (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    office TEXT NOT NULL,
    set_place TEXT NOT NULL,
    title TEXT NOT NULL,
    what TEXT NOT NULL,
    plan_row TEXT NOT NULL,
    measure TEXT,
    proof_asked BIGINT NOT NULL CHECK (proof_asked IN (0, 1)),
    starts_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'reported', 'confirmed', 'withdrawn')),
    progress BIGINT NOT NULL CHECK (progress >= 0 AND progress <= 1000),
    note TEXT NOT NULL,
    made_by BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    reported_by BIGINT,
    reported_at BIGINT,
    proved BIGINT NOT NULL CHECK (proved IN (0, 1)),
    confirmed_by BIGINT,
    confirmed_at BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (starts_on <= due_on),
    CHECK ((status = 'confirmed') = (confirmed_by IS NOT NULL)),
    CHECK (confirmed_by IS NULL OR confirmed_by <> reported_by)
);
CREATE INDEX duties_by_place ON duties (place, due_on);
CREATE INDEX duties_by_setter ON duties (set_place, due_on);

CREATE TABLE duty_reports (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    duty_id BIGINT NOT NULL,
    progress BIGINT NOT NULL CHECK (progress >= 0 AND progress <= 1000),
    said TEXT NOT NULL,
    proof BIGINT,
    digest TEXT NOT NULL,
    account BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (id, city)
);
CREATE INDEX duty_reports_of_duty ON duty_reports (duty_id, id);

-- What a supervision visit found.
CREATE TABLE duty_findings (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    duty_id BIGINT NOT NULL,
    visited_on TEXT NOT NULL,
    found TEXT NOT NULL,
    due_on TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'remedied', 'closed')),
    remedy TEXT NOT NULL,
    proof BIGINT,
    digest TEXT NOT NULL,
    made_by BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    remedied_by BIGINT,
    remedied_at BIGINT,
    closed_by BIGINT,
    closed_at BIGINT,
    PRIMARY KEY (id, city),
    CHECK (status <> 'closed' OR (closed_by IS NOT NULL AND closed_by <> remedied_by))
);
CREATE INDEX duty_findings_of_duty ON duty_findings (duty_id, id);

-- The score sheet of a place and year; the lines are kept as they were computed.
CREATE TABLE duty_assessments (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    year INTEGER NOT NULL,
    set_place TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'told', 'appealed', 'decided', 'published')),
    score_lines TEXT NOT NULL,
    points BIGINT NOT NULL CHECK (points >= 0 AND points <= 1000),
    adjusted BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    agreed_by BIGINT,
    told_at BIGINT,
    appeal_until TEXT,
    appeal TEXT NOT NULL,
    decision TEXT NOT NULL,
    decided_by BIGINT,
    published_at BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (points + adjusted >= 0 AND points + adjusted <= 1000),
    CHECK (agreed_by IS NULL OR agreed_by <> made_by),
    CHECK (decided_by IS NULL OR decided_by <> made_by),
    CHECK ((status = 'proposed') = (agreed_by IS NULL))
);
CREATE UNIQUE INDEX duty_assessments_once ON duty_assessments (city, place, year);
