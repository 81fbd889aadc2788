-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE leads_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('overdue_pay')),
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    statement_id BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('raised', 'taken', 'closed')),
    outcome TEXT CHECK (outcome IN ('paid', 'pursued', 'unfounded')),
    note TEXT NOT NULL,
    owner BIGINT,
    raised_at BIGINT NOT NULL,
    taken_at BIGINT,
    closed_at BIGINT,
    changed_at BIGINT NOT NULL,
    case_id BIGINT,
    PRIMARY KEY (id, city),
    CHECK ((status = 'closed') = (outcome IS NOT NULL)),
    CHECK (status = 'raised' OR owner IS NOT NULL)
);
INSERT INTO leads_anew (id, city, place, kind, employer, agency, order_id, statement_id, status, outcome,
    note, owner, raised_at, taken_at, closed_at, changed_at, case_id)
SELECT id, city, place, kind, employer, agency, order_id, statement_id, status, outcome, note, owner,
    raised_at, taken_at, closed_at, changed_at, case_id
FROM leads;
DROP TABLE leads;
ALTER TABLE leads_anew RENAME TO leads;
CREATE UNIQUE INDEX leads_of_statement ON leads (statement_id, kind, city);
CREATE INDEX leads_by_place ON leads (place, status, id);
