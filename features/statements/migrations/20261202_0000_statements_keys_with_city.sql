-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE statements_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    share_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    month TEXT NOT NULL,
    part INTEGER NOT NULL CHECK (part >= 0),
    version INTEGER NOT NULL CHECK (version >= 1),
    status TEXT NOT NULL CHECK (status IN ('draft', 'agreed', 'instructed', 'paid', 'confirmed')),
    wage_fen BIGINT NOT NULL CHECK (wage_fen >= 0),
    fee_fen BIGINT NOT NULL CHECK (fee_fen >= 0),
    total_fen BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    overdue_level TEXT NOT NULL CHECK (overdue_level IN ('none', 'yellow', 'orange', 'red')),
    employer_agreed_at BIGINT,
    agency_agreed_at BIGINT,
    agreed_at BIGINT,
    instructed_reference TEXT,
    instructed_at BIGINT,
    paid_reference TEXT,
    paid_on TEXT,
    paid_at BIGINT,
    confirmed_at BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (wage_fen + fee_fen = total_fen),
    CHECK (status = 'draft' OR (employer_agreed_at IS NOT NULL AND agency_agreed_at IS NOT NULL
                                AND agreed_at IS NOT NULL)),
    CHECK (status IN ('draft', 'agreed') OR instructed_reference IS NOT NULL),
    CHECK (status NOT IN ('paid', 'confirmed') OR (paid_reference IS NOT NULL AND paid_on IS NOT NULL
                                                   AND paid_at IS NOT NULL)),
    CHECK (status <> 'confirmed' OR confirmed_at IS NOT NULL),
    UNIQUE (city, share_id, month, part)
);
INSERT INTO statements_anew (id, city, place, share_id, order_id, employer, agency, month, part, version,
    status, wage_fen, fee_fen, total_fen, due_on, overdue_level, employer_agreed_at, agency_agreed_at,
    agreed_at, instructed_reference, instructed_at, paid_reference, paid_on, paid_at, confirmed_at,
    created_at, changed_at)
SELECT id, city, place, share_id, order_id, employer, agency, month, part, version, status, wage_fen, fee_fen,
    total_fen, due_on, overdue_level, employer_agreed_at, agency_agreed_at, agreed_at, instructed_reference,
    instructed_at, paid_reference, paid_on, paid_at, confirmed_at, created_at, changed_at
FROM statements;
DROP TABLE statements;
ALTER TABLE statements_anew RENAME TO statements;
CREATE UNIQUE INDEX statements_one_open ON statements (city, share_id, month)
    WHERE status IN ('draft', 'agreed');
CREATE INDEX statements_of_share ON statements (share_id, month);
CREATE INDEX statements_of_order ON statements (order_id, id);
CREATE INDEX statements_of_employer ON statements (employer, id);
CREATE INDEX statements_of_agency ON statements (agency, id);
CREATE INDEX statements_of_place ON statements (place, id);
CREATE INDEX statements_by_due ON statements (due_on) WHERE status IN ('draft', 'agreed', 'instructed');

CREATE TABLE statement_lines_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    statement_id BIGINT NOT NULL,
    share_id BIGINT NOT NULL,
    version INTEGER NOT NULL,
    live INTEGER NOT NULL CHECK (live IN (0, 1)),
    kind TEXT NOT NULL CHECK (kind IN ('wage', 'service_fee', 'adjustment')),
    seat_id BIGINT,
    timesheet_id BIGINT,
    person BIGINT,
    organisation BIGINT,
    quantity_hundredths BIGINT NOT NULL,
    rate_fen BIGINT NOT NULL,
    amount_fen BIGINT NOT NULL,
    confirmed_at BIGINT,
    PRIMARY KEY (id, city),
    CHECK ((person IS NULL) <> (organisation IS NULL)),
    CHECK (kind <> 'wage' OR (timesheet_id IS NOT NULL AND person IS NOT NULL AND amount_fen >= 0)),
    CHECK (kind <> 'service_fee' OR (seat_id IS NOT NULL AND organisation IS NOT NULL
                                     AND amount_fen >= 0))
);
INSERT INTO statement_lines_anew (id, city, statement_id, share_id, version, live, kind, seat_id,
    timesheet_id, person, organisation, quantity_hundredths, rate_fen, amount_fen, confirmed_at)
SELECT id, city, statement_id, share_id, version, live, kind, seat_id, timesheet_id, person, organisation,
    quantity_hundredths, rate_fen, amount_fen, confirmed_at
FROM statement_lines;
DROP TABLE statement_lines;
ALTER TABLE statement_lines_anew RENAME TO statement_lines;
CREATE INDEX statement_lines_of_statement ON statement_lines (statement_id, version, id);
CREATE INDEX statement_lines_of_person ON statement_lines (person, statement_id) WHERE live = 1;
CREATE INDEX statement_lines_of_timesheet ON statement_lines (timesheet_id) WHERE live = 1;
CREATE INDEX statement_lines_of_seat ON statement_lines (seat_id) WHERE live = 1;
CREATE UNIQUE INDEX statement_lines_one_wage ON statement_lines (city, timesheet_id)
    WHERE kind = 'wage' AND live = 1;
CREATE UNIQUE INDEX statement_lines_one_fee ON statement_lines (city, seat_id)
    WHERE kind = 'service_fee' AND live = 1;
