-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE procurements_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    buyer BIGINT,
    contact BIGINT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    kind TEXT NOT NULL,
    budget_fen BIGINT NOT NULL CHECK (budget_fen > 0),
    price_weight INTEGER NOT NULL CHECK (price_weight > 0 AND price_weight <= 100),
    criteria TEXT NOT NULL,
    steps TEXT NOT NULL,
    bids_until_at BIGINT NOT NULL,
    commitment TEXT NOT NULL,
    secret_box TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'evaluating', 'announced', 'awarded', 'voided')),
    void_code TEXT,
    void_reason TEXT,
    opened_at BIGINT,
    announced_at BIGINT,
    objection_until_at BIGINT,
    secret TEXT,
    position BIGINT,
    seed TEXT,
    engagement_id BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (bids_until_at > created_at),
    CHECK ((status = 'voided') = (void_code IS NOT NULL)),
    CHECK (status NOT IN ('announced', 'awarded') OR (announced_at IS NOT NULL
        AND objection_until_at IS NOT NULL AND secret IS NOT NULL AND position IS NOT NULL
        AND seed IS NOT NULL)),
    CHECK ((status = 'awarded') = (engagement_id IS NOT NULL))
);
INSERT INTO procurements_anew (id, city, place, buyer, contact, title, description, kind, budget_fen,
    price_weight, criteria, steps, bids_until_at, commitment, secret_box, status, void_code, void_reason,
    opened_at, announced_at, objection_until_at, secret, position, seed, engagement_id, created_at,
    changed_at)
SELECT id, city, place, buyer, contact, title, description, kind, budget_fen, price_weight, criteria, steps,
    bids_until_at, commitment, secret_box, status, void_code, void_reason, opened_at, announced_at,
    objection_until_at, secret, position, seed, engagement_id, created_at, changed_at
FROM procurements;
DROP TABLE procurements;
ALTER TABLE procurements_anew RENAME TO procurements;
CREATE INDEX procurements_of_place ON procurements (place, id);
CREATE INDEX procurements_to_open ON procurements (bids_until_at) WHERE status = 'open';
CREATE INDEX procurements_to_award ON procurements (objection_until_at) WHERE status = 'announced';

CREATE TABLE procurement_bids_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    procurement_id BIGINT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    agency BIGINT NOT NULL,
    account BIGINT NOT NULL,
    commitment TEXT NOT NULL,
    box TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('sealed', 'withdrawn', 'valid', 'invalid')),
    invalid_code TEXT,
    nonce TEXT,
    price_fen BIGINT CHECK (price_fen >= 0),
    proposal TEXT,
    proposal_digest TEXT,
    price_score INTEGER,
    technical_score INTEGER,
    total_score INTEGER,
    rank INTEGER,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (status <> 'valid' OR (nonce IS NOT NULL AND price_fen IS NOT NULL
                                 AND proposal_digest IS NOT NULL)),
    CHECK ((status = 'invalid') = (invalid_code IS NOT NULL)),
    CHECK (rank IS NULL OR price_score + technical_score = total_score),
    UNIQUE (city, procurement_id, number)
);
INSERT INTO procurement_bids_anew (id, city, procurement_id, number, agency, account, commitment, box, status,
    invalid_code, nonce, price_fen, proposal, proposal_digest, price_score, technical_score, total_score,
    rank, created_at, changed_at)
SELECT id, city, procurement_id, number, agency, account, commitment, box, status, invalid_code, nonce,
    price_fen, proposal, proposal_digest, price_score, technical_score, total_score, rank, created_at,
    changed_at
FROM procurement_bids;
DROP TABLE procurement_bids;
ALTER TABLE procurement_bids_anew RENAME TO procurement_bids;
CREATE UNIQUE INDEX procurement_bids_once ON procurement_bids (city, procurement_id, agency)
    WHERE status <> 'withdrawn';
CREATE INDEX procurement_bids_of ON procurement_bids (procurement_id, number);
CREATE INDEX procurement_bids_of_agency ON procurement_bids (agency, procurement_id);

CREATE TABLE procurement_objections_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    procurement_id BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'rejected', 'upheld')),
    answer TEXT,
    answered_by BIGINT,
    answered_at BIGINT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (status = 'open' OR (answer IS NOT NULL AND answered_at IS NOT NULL)),
    UNIQUE (city, procurement_id, agency)
);
INSERT INTO procurement_objections_anew (id, city, procurement_id, agency, text, status, answer, answered_by,
    answered_at, created_at)
SELECT id, city, procurement_id, agency, text, status, answer, answered_by, answered_at, created_at
FROM procurement_objections;
DROP TABLE procurement_objections;
ALTER TABLE procurement_objections_anew RENAME TO procurement_objections;
CREATE INDEX procurement_objections_of ON procurement_objections (procurement_id, id);
