-- What an inspector should look at because the platform saw it. One of a kind and statement.
CREATE TABLE leads (
    id BIGINT PRIMARY KEY,
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
    CHECK ((status = 'closed') = (outcome IS NOT NULL)),
    CHECK (status = 'raised' OR owner IS NOT NULL)
);
CREATE UNIQUE INDEX leads_of_statement ON leads (statement_id, kind);
CREATE INDEX leads_by_place ON leads (place, status, id);
