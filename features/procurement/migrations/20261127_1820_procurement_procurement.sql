-- An authority buys services in the open: bids are sealed until all are opened together, every
-- evaluator scores alone, the result is arithmetic that anybody can repeat.
CREATE TABLE procurements (
    id BIGINT PRIMARY KEY,
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
    CHECK (bids_until_at > created_at),
    CHECK ((status = 'voided') = (void_code IS NOT NULL)),
    CHECK (status NOT IN ('announced', 'awarded') OR (announced_at IS NOT NULL
        AND objection_until_at IS NOT NULL AND secret IS NOT NULL AND position IS NOT NULL
        AND seed IS NOT NULL)),
    CHECK ((status = 'awarded') = (engagement_id IS NOT NULL))
);
CREATE INDEX procurements_of_place ON procurements (place, id);
CREATE INDEX procurements_to_open ON procurements (bids_until_at) WHERE status = 'open';
CREATE INDEX procurements_to_award ON procurements (objection_until_at) WHERE status = 'announced';

CREATE TABLE procurement_evaluators (
    city TEXT NOT NULL,
    procurement_id BIGINT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    account BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('named', 'done', 'conflict')),
    reason TEXT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (city, procurement_id, number),
    UNIQUE (city, procurement_id, account),
    CHECK (status <> 'conflict' OR reason IS NOT NULL)
);
CREATE INDEX procurement_evaluators_of ON procurement_evaluators (account, status);

-- Until the opening, price and proposal are in the sealed box alone; the commitment is in the journal.
CREATE TABLE procurement_bids (
    id BIGINT PRIMARY KEY,
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
    CHECK (status <> 'valid' OR (nonce IS NOT NULL AND price_fen IS NOT NULL
                                 AND proposal_digest IS NOT NULL)),
    CHECK ((status = 'invalid') = (invalid_code IS NOT NULL)),
    CHECK (rank IS NULL OR price_score + technical_score = total_score),
    UNIQUE (city, procurement_id, number)
);
CREATE UNIQUE INDEX procurement_bids_once ON procurement_bids (city, procurement_id, agency)
    WHERE status <> 'withdrawn';
CREATE INDEX procurement_bids_of ON procurement_bids (procurement_id, number);
CREATE INDEX procurement_bids_of_agency ON procurement_bids (agency, procurement_id);

CREATE TABLE procurement_scores (
    city TEXT NOT NULL,
    procurement_id BIGINT NOT NULL,
    bid_id BIGINT NOT NULL,
    evaluator INTEGER NOT NULL,
    criterion INTEGER NOT NULL,
    tenths INTEGER NOT NULL CHECK (tenths >= 0),
    reason TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (city, procurement_id, bid_id, evaluator, criterion)
);
CREATE INDEX procurement_scores_of ON procurement_scores (procurement_id, evaluator);

CREATE TABLE procurement_objections (
    id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    procurement_id BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'rejected', 'upheld')),
    answer TEXT,
    answered_by BIGINT,
    answered_at BIGINT,
    created_at BIGINT NOT NULL,
    CHECK (status = 'open' OR (answer IS NOT NULL AND answered_at IS NOT NULL)),
    UNIQUE (city, procurement_id, agency)
);
CREATE INDEX procurement_objections_of ON procurement_objections (procurement_id, id);
