-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE draws_anew (
    order_id BIGINT NOT NULL,
    city TEXT NOT NULL,
    employer BIGINT NOT NULL,
    commitment TEXT NOT NULL,
    secret_box TEXT NOT NULL,
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL CHECK (closes_at > opens_at),
    due_at BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'drawn', 'voided')),
    secret TEXT,
    position BIGINT,
    seed TEXT,
    seats INTEGER CHECK (seats >= 0),
    lot_min INTEGER,
    drawn_at BIGINT,
    PRIMARY KEY (order_id, city),
    CHECK (status <> 'drawn' OR (secret IS NOT NULL AND position IS NOT NULL AND seed IS NOT NULL
                                 AND seats IS NOT NULL AND lot_min IS NOT NULL))
);
INSERT INTO draws_anew (order_id, city, employer, commitment, secret_box, opens_at, closes_at, due_at, status,
    secret, position, seed, seats, lot_min, drawn_at)
SELECT order_id, city, employer, commitment, secret_box, opens_at, closes_at, due_at, status, secret,
    position, seed, seats, lot_min, drawn_at
FROM draws;
DROP TABLE draws;
ALTER TABLE draws_anew RENAME TO draws;
CREATE INDEX draws_by_due ON draws (due_at) WHERE status = 'open';

CREATE TABLE draw_applications_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    account BIGINT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    seats INTEGER NOT NULL CHECK (seats > 0),
    at_least INTEGER NOT NULL CHECK (at_least > 0 AND at_least <= seats),
    nonce TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('standing', 'withdrawn', 'drawn', 'voided')),
    applied_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    room INTEGER,
    refusal TEXT,
    place INTEGER,
    given INTEGER CHECK (given >= 0 AND given <= seats),
    outcome TEXT,
    share_id BIGINT,
    PRIMARY KEY (id, city),
    CHECK (status <> 'drawn' OR (outcome IS NOT NULL AND place IS NOT NULL AND given IS NOT NULL
                                 AND room IS NOT NULL))
);
INSERT INTO draw_applications_anew (id, city, order_id, employer, agency, account, number, seats, at_least,
    nonce, status, applied_at, changed_at, room, refusal, place, given, outcome, share_id)
SELECT id, city, order_id, employer, agency, account, number, seats, at_least, nonce, status, applied_at,
    changed_at, room, refusal, place, given, outcome, share_id
FROM draw_applications;
DROP TABLE draw_applications;
ALTER TABLE draw_applications_anew RENAME TO draw_applications;
CREATE UNIQUE INDEX draw_applications_number ON draw_applications (city, order_id, number);
CREATE UNIQUE INDEX draw_applications_once ON draw_applications (city, order_id, agency)
    WHERE status <> 'withdrawn';
CREATE INDEX draw_applications_of_order ON draw_applications (order_id, number);
CREATE INDEX draw_applications_of_agency ON draw_applications (agency, id);
