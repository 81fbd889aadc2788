-- Runs of procedures (ADR 11.7). A case keeps the version of the definition that it runs under; its
-- steps keep the values of their forms as they were on that day.
CREATE TABLE cases (
    id BIGINT PRIMARY KEY,
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
    CHECK ((closed_at IS NULL) = (waits_for IS NOT NULL)),
    CHECK (applicant_organisation IS NOT NULL OR applicant_person IS NOT NULL
           OR applicant_place IS NOT NULL)
);
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

-- One line of the timeline; number 0 is the opening. `sealed` holds the boxes of sealed fields.
CREATE TABLE case_steps (
    id BIGINT PRIMARY KEY,
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
    UNIQUE (case_id, ordinal),
    CHECK ((account IS NULL) = (actor = 'clock'))
);

-- A clock's run within a case: at most one runs or stands still at a time.
CREATE TABLE case_clocks (
    id BIGINT PRIMARY KEY,
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
    CHECK ((status = 'paused') = (paused_on IS NOT NULL)),
    CHECK (rings_at IS NULL OR status = 'running')
);
CREATE UNIQUE INDEX case_clocks_live ON case_clocks (case_id, clock)
    WHERE status IN ('running', 'paused');
CREATE INDEX case_clocks_of_case ON case_clocks (case_id, id);
CREATE INDEX case_clocks_ring ON case_clocks (rings_at) WHERE rings_at IS NOT NULL;

-- Files as evidence or values of forms; without a case: uploaded, waiting for a form. The bytes lie in
-- case_file_contents as base64, so that both databases, the backup and the copy treat them as rows.
CREATE TABLE case_files (
    id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    case_id BIGINT,
    account BIGINT NOT NULL,
    actor TEXT,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    digest TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('parties', 'officials')),
    at BIGINT NOT NULL
);
CREATE INDEX case_files_of_case ON case_files (case_id, id);
CREATE INDEX case_files_waiting ON case_files (at) WHERE case_id IS NULL;
CREATE TABLE case_file_contents (
    file_id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    content TEXT NOT NULL
);

CREATE TABLE case_comments (
    id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    case_id BIGINT NOT NULL,
    account BIGINT NOT NULL,
    actor TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('parties', 'officials')),
    text TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX case_comments_of_case ON case_comments (case_id, id);

-- What was printed: the text as it was filled in, never changed.
CREATE TABLE case_documents (
    id BIGINT PRIMARY KEY,
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
    at BIGINT NOT NULL
);
CREATE INDEX case_documents_of_case ON case_documents (case_id, id);

-- The last serial of a series of document numbers.
CREATE TABLE case_series (
    city TEXT NOT NULL,
    series TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (city, series)
);

-- Entries that effects of a case made or changed.
CREATE TABLE case_entries (
    city TEXT NOT NULL,
    case_id BIGINT NOT NULL,
    entry_id BIGINT NOT NULL,
    register_id TEXT NOT NULL,
    number TEXT NOT NULL,
    PRIMARY KEY (city, case_id, entry_id)
);
