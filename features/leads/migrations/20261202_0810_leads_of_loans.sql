-- Wages of lent staff raise leads as those of orders do: a lead is about a statement, or about a month of a loan. A CHECK
-- cannot be changed in place on SQLite, so the table is made anew; nothing refers to it.
CREATE TABLE leads_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('overdue_pay', 'overdue_loan')),
    employer BIGINT NOT NULL,
    agency BIGINT,
    order_id BIGINT,
    statement_id BIGINT,
    borrower BIGINT,
    agreement_id BIGINT,
    settlement_id BIGINT,
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
    CHECK (kind <> 'overdue_pay' OR (agency IS NOT NULL AND order_id IS NOT NULL AND statement_id IS NOT NULL
        AND settlement_id IS NULL)),
    CHECK (kind <> 'overdue_loan' OR (borrower IS NOT NULL AND agreement_id IS NOT NULL AND settlement_id IS NOT NULL
        AND statement_id IS NULL)),
    CHECK ((status = 'closed') = (outcome IS NOT NULL)),
    CHECK (status = 'raised' OR owner IS NOT NULL)
);
INSERT INTO leads_anew (id, city, place, kind, employer, agency, order_id, statement_id, borrower, agreement_id,
    settlement_id, status, outcome, note, owner, raised_at, taken_at, closed_at, changed_at, case_id)
SELECT id, city, place, kind, employer, agency, order_id, statement_id, NULL, NULL, NULL, status, outcome, note, owner,
    raised_at, taken_at, closed_at, changed_at, case_id
FROM leads;
DROP TABLE leads;
ALTER TABLE leads_anew RENAME TO leads;
CREATE UNIQUE INDEX leads_of_statement ON leads (statement_id, kind, city);
CREATE UNIQUE INDEX leads_of_settlement ON leads (settlement_id, kind, city);
CREATE INDEX leads_by_place ON leads (place, status, id);
