-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE lending_posts_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    organisation BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('surplus', 'shortage')),
    occupation TEXT NOT NULL,
    place TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people > 0),
    taken INTEGER NOT NULL CHECK (taken >= 0 AND taken <= people),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
    shift TEXT NOT NULL,
    wage_fen BIGINT CHECK (wage_fen IS NULL OR wage_fen > 0),
    asks TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'filled', 'closed', 'expired')),
    created_at BIGINT NOT NULL,
    created_by BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city)
);
INSERT INTO lending_posts_anew (id, city, organisation, kind, occupation, place, people, taken, starts_on,
    ends_on, shift, wage_fen, asks, status, created_at, created_by, changed_at)
SELECT id, city, organisation, kind, occupation, place, people, taken, starts_on, ends_on, shift, wage_fen,
    asks, status, created_at, created_by, changed_at
FROM lending_posts;
DROP TABLE lending_posts;
ALTER TABLE lending_posts_anew RENAME TO lending_posts;
CREATE INDEX lending_posts_open ON lending_posts (kind, occupation) WHERE status = 'open';
CREATE INDEX lending_posts_by_end ON lending_posts (ends_on) WHERE status IN ('open', 'filled');
CREATE INDEX lending_posts_of_organisation ON lending_posts (organisation, id);

CREATE TABLE lending_proposals_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    post_id BIGINT NOT NULL,
    own_post_id BIGINT,
    lender BIGINT NOT NULL,
    borrower BIGINT NOT NULL CHECK (borrower <> lender),
    proposed_by BIGINT NOT NULL,
    asked BIGINT NOT NULL,
    people INTEGER NOT NULL CHECK (people > 0),
    occupation TEXT NOT NULL,
    place TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
    message TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'accepted', 'declined', 'lapsed', 'withdrawn')),
    reason TEXT NOT NULL,
    answer_until_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city)
);
INSERT INTO lending_proposals_anew (id, city, post_id, own_post_id, lender, borrower, proposed_by, asked,
    people, occupation, place, starts_on, ends_on, message, status, reason, answer_until_at, created_at,
    created_by, changed_at)
SELECT id, city, post_id, own_post_id, lender, borrower, proposed_by, asked, people, occupation, place,
    starts_on, ends_on, message, status, reason, answer_until_at, created_at, created_by, changed_at
FROM lending_proposals;
DROP TABLE lending_proposals;
ALTER TABLE lending_proposals_anew RENAME TO lending_proposals;
CREATE UNIQUE INDEX lending_proposals_one_waiting ON lending_proposals (city, post_id, proposed_by)
    WHERE status = 'waiting';
CREATE INDEX lending_proposals_of_lender ON lending_proposals (lender, id);
CREATE INDEX lending_proposals_of_borrower ON lending_proposals (borrower, id);
CREATE INDEX lending_proposals_by_end ON lending_proposals (answer_until_at) WHERE status = 'waiting';

CREATE TABLE lending_agreements_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    lender_place TEXT NOT NULL,
    proposal_id BIGINT NOT NULL,
    lender BIGINT NOT NULL,
    borrower BIGINT NOT NULL CHECK (borrower <> lender),
    person BIGINT NOT NULL,
    person_city TEXT NOT NULL,
    occupation TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'in_force', 'ended', 'ended_early', 'refused', 'withdrawn',
        'lapsed')),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
    shift TEXT NOT NULL,
    work TEXT NOT NULL,
    address TEXT NOT NULL,
    work_relation TEXT NOT NULL CHECK (work_relation IN ('labor_contract', 'part_time')),
    contract_ends_on TEXT CHECK (contract_ends_on IS NULL OR contract_ends_on >= ends_on),
    health_checked_on TEXT,
    wage_fen BIGINT NOT NULL CHECK (wage_fen > 0),
    insurance_fen BIGINT NOT NULL CHECK (insurance_fen > 0),
    costs TEXT NOT NULL,
    costs_fen BIGINT NOT NULL CHECK (costs_fen >= 0),
    borrower_pays_fen BIGINT NOT NULL CHECK (borrower_pays_fen >= 0),
    injury_borrower_percent INTEGER NOT NULL CHECK (injury_borrower_percent BETWEEN 0 AND 100),
    text TEXT NOT NULL,
    digest TEXT NOT NULL,
    sign_until_at BIGINT NOT NULL,
    lender_signed_at BIGINT,
    borrower_signed_at BIGINT,
    worker_signed_at BIGINT,
    in_force_at BIGINT,
    ended_on TEXT,
    ended_by TEXT,
    status_reason TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (borrower_pays_fen <= wage_fen + insurance_fen + costs_fen),
    CHECK (status NOT IN ('in_force', 'ended', 'ended_early') OR (lender_signed_at IS NOT NULL
        AND borrower_signed_at IS NOT NULL AND worker_signed_at IS NOT NULL AND in_force_at IS NOT NULL)),
    CHECK (status NOT IN ('ended', 'ended_early') OR ended_on IS NOT NULL)
);
INSERT INTO lending_agreements_anew (id, city, place, lender_place, proposal_id, lender, borrower, person,
    person_city, occupation, status, starts_on, ends_on, shift, work, address, work_relation,
    contract_ends_on, health_checked_on, wage_fen, insurance_fen, costs, costs_fen, borrower_pays_fen,
    injury_borrower_percent, text, digest, sign_until_at, lender_signed_at, borrower_signed_at,
    worker_signed_at, in_force_at, ended_on, ended_by, status_reason, created_at, created_by, changed_at)
SELECT id, city, place, lender_place, proposal_id, lender, borrower, person, person_city, occupation, status,
    starts_on, ends_on, shift, work, address, work_relation, contract_ends_on, health_checked_on, wage_fen,
    insurance_fen, costs, costs_fen, borrower_pays_fen, injury_borrower_percent, text, digest, sign_until_at,
    lender_signed_at, borrower_signed_at, worker_signed_at, in_force_at, ended_on, ended_by, status_reason,
    created_at, created_by, changed_at
FROM lending_agreements;
DROP TABLE lending_agreements;
ALTER TABLE lending_agreements_anew RENAME TO lending_agreements;
CREATE UNIQUE INDEX lending_agreements_one_live ON lending_agreements (city, proposal_id, person)
    WHERE status IN ('proposed', 'in_force');
CREATE INDEX lending_agreements_of_proposal ON lending_agreements (proposal_id, id);
CREATE INDEX lending_agreements_of_lender ON lending_agreements (lender, id);
CREATE INDEX lending_agreements_of_borrower ON lending_agreements (borrower, id);
CREATE INDEX lending_agreements_of_person ON lending_agreements (person, id);
CREATE INDEX lending_agreements_of_place ON lending_agreements (place, id);
CREATE INDEX lending_agreements_of_lender_place ON lending_agreements (lender_place, id);
CREATE INDEX lending_agreements_by_end ON lending_agreements (ends_on) WHERE status = 'in_force';
CREATE INDEX lending_agreements_by_signing ON lending_agreements (sign_until_at) WHERE status = 'proposed';

CREATE TABLE lending_settlements_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    agreement_id BIGINT NOT NULL,
    lender BIGINT NOT NULL,
    borrower BIGINT NOT NULL,
    person BIGINT NOT NULL,
    month TEXT NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL CHECK (to_on >= from_on),
    due_on TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'passed_on', 'confirmed', 'voided')),
    overdue_level TEXT NOT NULL CHECK (overdue_level IN ('none', 'yellow', 'orange', 'red')),
    expected_wage_fen BIGINT NOT NULL CHECK (expected_wage_fen >= 0),
    borrower_paid_fen BIGINT CHECK (borrower_paid_fen IS NULL OR borrower_paid_fen >= 0),
    borrower_paid_on TEXT,
    borrower_reference TEXT,
    wage_fen BIGINT CHECK (wage_fen IS NULL OR wage_fen > 0),
    insurance_fen BIGINT CHECK (insurance_fen IS NULL OR insurance_fen >= 0),
    costs_fen BIGINT CHECK (costs_fen IS NULL OR costs_fen >= 0),
    passed_on_on TEXT,
    passed_on_reference TEXT,
    confirmed_at BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (borrower_paid_fen IS NULL OR wage_fen IS NULL
        OR borrower_paid_fen <= wage_fen + insurance_fen + costs_fen),
    CHECK (status NOT IN ('passed_on', 'confirmed') OR (wage_fen IS NOT NULL AND insurance_fen IS NOT NULL
        AND costs_fen IS NOT NULL AND passed_on_on IS NOT NULL)),
    CHECK (status <> 'confirmed' OR confirmed_at IS NOT NULL),
    UNIQUE (city, agreement_id, month)
);
INSERT INTO lending_settlements_anew (id, city, place, agreement_id, lender, borrower, person, month, from_on,
    to_on, due_on, status, overdue_level, expected_wage_fen, borrower_paid_fen, borrower_paid_on,
    borrower_reference, wage_fen, insurance_fen, costs_fen, passed_on_on, passed_on_reference, confirmed_at,
    changed_at)
SELECT id, city, place, agreement_id, lender, borrower, person, month, from_on, to_on, due_on, status,
    overdue_level, expected_wage_fen, borrower_paid_fen, borrower_paid_on, borrower_reference, wage_fen,
    insurance_fen, costs_fen, passed_on_on, passed_on_reference, confirmed_at, changed_at
FROM lending_settlements;
DROP TABLE lending_settlements;
ALTER TABLE lending_settlements_anew RENAME TO lending_settlements;
CREATE INDEX lending_settlements_of_agreement ON lending_settlements (agreement_id, month);
CREATE INDEX lending_settlements_of_person ON lending_settlements (person, due_on);
CREATE INDEX lending_settlements_of_lender ON lending_settlements (lender, due_on);
CREATE INDEX lending_settlements_of_borrower ON lending_settlements (borrower, due_on);
CREATE INDEX lending_settlements_by_due ON lending_settlements (due_on) WHERE status = 'open';
