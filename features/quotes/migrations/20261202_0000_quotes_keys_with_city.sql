-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE quotes_anew (
    order_id BIGINT NOT NULL,
    city TEXT NOT NULL,
    employer BIGINT NOT NULL,
    ceiling_fen BIGINT CHECK (ceiling_fen > 0),
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL CHECK (closes_at > opens_at),
    due_at BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('sealed', 'opened', 'voided')),
    position BIGINT,
    seed TEXT,
    seats INTEGER CHECK (seats >= 0),
    lot_min INTEGER,
    opened_at BIGINT,
    PRIMARY KEY (order_id, city),
    CHECK (status <> 'opened' OR (position IS NOT NULL AND seed IS NOT NULL AND seats IS NOT NULL
                                  AND lot_min IS NOT NULL))
);
INSERT INTO quotes_anew (order_id, city, employer, ceiling_fen, opens_at, closes_at, due_at, status, position,
    seed, seats, lot_min, opened_at)
SELECT order_id, city, employer, ceiling_fen, opens_at, closes_at, due_at, status, position, seed, seats,
    lot_min, opened_at
FROM quotes;
DROP TABLE quotes;
ALTER TABLE quotes_anew RENAME TO quotes;
CREATE INDEX quotes_by_due ON quotes (due_at) WHERE status = 'sealed';

CREATE TABLE quote_bids_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    account BIGINT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    commitment TEXT NOT NULL,
    box TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('standing', 'withdrawn', 'opened', 'broken', 'voided')),
    bid_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    fee_fen BIGINT CHECK (fee_fen >= 0),
    seats INTEGER CHECK (seats > 0),
    at_least INTEGER CHECK (at_least > 0 AND at_least <= seats),
    nonce TEXT,
    room INTEGER,
    refusal TEXT,
    lot INTEGER,
    place INTEGER,
    given INTEGER CHECK (given >= 0 AND given <= seats),
    outcome TEXT,
    share_id BIGINT,
    PRIMARY KEY (id, city),
    CHECK (status <> 'withdrawn' OR box = ''),
    CHECK (status = 'opened' OR (fee_fen IS NULL AND seats IS NULL AND at_least IS NULL
                                 AND nonce IS NULL)),
    CHECK (status <> 'opened' OR (fee_fen IS NOT NULL AND seats IS NOT NULL AND nonce IS NOT NULL
                                  AND at_least IS NOT NULL AND room IS NOT NULL AND lot IS NOT NULL
                                  AND place IS NOT NULL AND given IS NOT NULL
                                  AND outcome IS NOT NULL))
);
INSERT INTO quote_bids_anew (id, city, order_id, employer, agency, account, number, commitment, box, status,
    bid_at, changed_at, fee_fen, seats, at_least, nonce, room, refusal, lot, place, given, outcome, share_id)
SELECT id, city, order_id, employer, agency, account, number, commitment, box, status, bid_at, changed_at,
    fee_fen, seats, at_least, nonce, room, refusal, lot, place, given, outcome, share_id
FROM quote_bids;
DROP TABLE quote_bids;
ALTER TABLE quote_bids_anew RENAME TO quote_bids;
CREATE UNIQUE INDEX quote_bids_number ON quote_bids (city, order_id, number);
CREATE UNIQUE INDEX quote_bids_once ON quote_bids (city, order_id, agency)
    WHERE status <> 'withdrawn';
CREATE INDEX quote_bids_of_order ON quote_bids (order_id, number);
CREATE INDEX quote_bids_of_agency ON quote_bids (agency, id);
