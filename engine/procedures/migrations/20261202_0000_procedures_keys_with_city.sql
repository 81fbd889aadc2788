-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE cases_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    definition_version BIGINT NOT NULL,
    place TEXT NOT NULL,
    counterpart TEXT,
    applicant_organisation BIGINT,
    applicant_person BIGINT,
    applicant_place TEXT,
    party_organisation BIGINT,
    party_person BIGINT,
    assisted_place TEXT,
    opened_by BIGINT,
    officer BIGINT,
    origin BIGINT,
    state TEXT NOT NULL,
    waits_for TEXT,
    steps BIGINT NOT NULL,
    confidential BIGINT NOT NULL CHECK (confidential IN (0, 1)),
    told BIGINT NOT NULL CHECK (told IN (0, 1)),
    late BIGINT NOT NULL CHECK (late IN (0, 1)),
    published_at BIGINT,
    due_on TEXT,
    opened_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    closed_at BIGINT,
    PRIMARY KEY (id, city),
    CHECK ((closed_at IS NULL) = (waits_for IS NOT NULL)),
    CHECK (applicant_organisation IS NOT NULL OR applicant_person IS NOT NULL
           OR applicant_place IS NOT NULL)
);
INSERT INTO cases_anew (id, city, procedure_id, definition_version, place, counterpart,
    applicant_organisation, applicant_person, applicant_place, party_organisation, party_person,
    assisted_place, opened_by, officer, origin, state, waits_for, steps, confidential, told, late,
    published_at, due_on, opened_at, changed_at, closed_at)
SELECT id, city, procedure_id, definition_version, place, counterpart, applicant_organisation,
    applicant_person, applicant_place, party_organisation, party_person, assisted_place, opened_by, officer,
    origin, state, waits_for, steps, confidential, told, late, published_at, due_on, opened_at, changed_at,
    closed_at
FROM cases;
DROP TABLE cases;
ALTER TABLE cases_anew RENAME TO cases;
CREATE INDEX cases_by_place ON cases (place, id);
CREATE INDEX cases_by_counterpart ON cases (counterpart, id) WHERE counterpart IS NOT NULL;
CREATE INDEX cases_of_applicant ON cases (applicant_organisation, id)
    WHERE applicant_organisation IS NOT NULL;
CREATE INDEX cases_of_applicant_person ON cases (applicant_person, id)
    WHERE applicant_person IS NOT NULL;
CREATE INDEX cases_of_applicant_place ON cases (applicant_place, id)
    WHERE applicant_place IS NOT NULL;
CREATE INDEX cases_of_party ON cases (party_organisation, id) WHERE party_organisation IS NOT NULL;
CREATE INDEX cases_of_party_person ON cases (party_person, id) WHERE party_person IS NOT NULL;
CREATE INDEX cases_open ON cases (place, due_on, id) WHERE closed_at IS NULL;
CREATE INDEX cases_opened ON cases (procedure_id, opened_at);
CREATE INDEX cases_open_by_due ON cases ((COALESCE(due_on, '9999-12-31')), id, place, waits_for,
    counterpart, applicant_place, assisted_place, officer, late) WHERE closed_at IS NULL;
CREATE INDEX cases_late ON cases ((COALESCE(due_on, '9999-12-31')), id, place)
    WHERE closed_at IS NULL AND late = 1;

CREATE TABLE case_steps_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    case_id BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    step TEXT,
    from_state TEXT,
    to_state TEXT NOT NULL,
    actor TEXT NOT NULL,
    account BIGINT,
    account_place TEXT,
    assisted BIGINT NOT NULL CHECK (assisted IN (0, 1)),
    reason TEXT,
    form TEXT,
    form_values TEXT NOT NULL,
    sealed TEXT NOT NULL,
    notice TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    UNIQUE (case_id, ordinal, city),
    CHECK ((account IS NULL) = (actor = 'clock'))
);
INSERT INTO case_steps_anew (id, city, case_id, ordinal, step, from_state, to_state, actor, account,
    account_place, assisted, reason, form, form_values, sealed, notice, at)
SELECT id, city, case_id, ordinal, step, from_state, to_state, actor, account, account_place, assisted,
    reason, form, form_values, sealed, notice, at
FROM case_steps;
DROP TABLE case_steps;
ALTER TABLE case_steps_anew RENAME TO case_steps;

CREATE TABLE case_clocks_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    case_id BIGINT NOT NULL,
    clock TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('working', 'natural')),
    started_on TEXT NOT NULL,
    days BIGINT NOT NULL,
    paused_days BIGINT NOT NULL,
    paused_on TEXT,
    rolls BIGINT NOT NULL CHECK (rolls IN (0, 1)),
    status TEXT NOT NULL CHECK (status IN ('running', 'paused', 'stopped', 'ended')),
    extended BIGINT NOT NULL CHECK (extended IN (0, 1)),
    rung BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    rings_at BIGINT,
    overdue_at BIGINT,
    PRIMARY KEY (id, city),
    CHECK ((status = 'paused') = (paused_on IS NOT NULL)),
    CHECK (rings_at IS NULL OR status = 'running')
);
INSERT INTO case_clocks_anew (id, city, case_id, clock, unit, started_on, days, paused_days, paused_on, rolls,
    status, extended, rung, due_on, rings_at, overdue_at)
SELECT id, city, case_id, clock, unit, started_on, days, paused_days, paused_on, rolls, status, extended,
    rung, due_on, rings_at, overdue_at
FROM case_clocks;
DROP TABLE case_clocks;
ALTER TABLE case_clocks_anew RENAME TO case_clocks;
CREATE UNIQUE INDEX case_clocks_live ON case_clocks (case_id, clock, city)
    WHERE status IN ('running', 'paused');
CREATE INDEX case_clocks_of_case ON case_clocks (case_id, id);
CREATE INDEX case_clocks_ring ON case_clocks (rings_at) WHERE rings_at IS NOT NULL;

CREATE TABLE case_files_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    case_id BIGINT,
    account BIGINT NOT NULL,
    actor TEXT,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    digest TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('parties', 'officials')),
    at BIGINT NOT NULL,
    PRIMARY KEY (id, city)
);
INSERT INTO case_files_anew (id, city, case_id, account, actor, name, type, bytes, digest, audience, at)
SELECT id, city, case_id, account, actor, name, type, bytes, digest, audience, at
FROM case_files;
DROP TABLE case_files;
ALTER TABLE case_files_anew RENAME TO case_files;
CREATE INDEX case_files_of_case ON case_files (case_id, id);
CREATE INDEX case_files_waiting ON case_files (at) WHERE case_id IS NULL;

CREATE TABLE case_file_contents_anew (
    file_id BIGINT NOT NULL,
    city TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (file_id, city)
);
INSERT INTO case_file_contents_anew (file_id, city, content)
SELECT file_id, city, content
FROM case_file_contents;
DROP TABLE case_file_contents;
ALTER TABLE case_file_contents_anew RENAME TO case_file_contents;

CREATE TABLE case_comments_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    case_id BIGINT NOT NULL,
    account BIGINT NOT NULL,
    actor TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('parties', 'officials')),
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (id, city)
);
INSERT INTO case_comments_anew (id, city, case_id, account, actor, audience, text, at)
SELECT id, city, case_id, account, actor, audience, text, at
FROM case_comments;
DROP TABLE case_comments;
ALTER TABLE case_comments_anew RENAME TO case_comments;
CREATE INDEX case_comments_of_case ON case_comments (case_id, id);

CREATE TABLE case_documents_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    case_id BIGINT NOT NULL,
    step_id BIGINT NOT NULL,
    document TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    number TEXT NOT NULL,
    authority TEXT NOT NULL,
    text TEXT NOT NULL,
    digest TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (id, city)
);
INSERT INTO case_documents_anew (id, city, case_id, step_id, document, title_zh, title_en, number, authority,
    text, digest, at)
SELECT id, city, case_id, step_id, document, title_zh, title_en, number, authority, text, digest, at
FROM case_documents;
DROP TABLE case_documents;
ALTER TABLE case_documents_anew RENAME TO case_documents;
CREATE INDEX case_documents_of_case ON case_documents (case_id, id);
