-- The draw of an order: the commitment is public from the opening on, the secret lies sealed until
-- the draw. What is needed to recompute the draw is filled in when it is held, once.
CREATE TABLE draws (
    order_id BIGINT PRIMARY KEY,
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
    CHECK (status <> 'drawn' OR (secret IS NOT NULL AND position IS NOT NULL AND seed IS NOT NULL
                                 AND seats IS NOT NULL AND lot_min IS NOT NULL))
);
CREATE INDEX draws_by_due ON draws (due_at) WHERE status = 'open';

-- Who applied, with the nonce of its choosing, and how it came out. One agency applies once.
CREATE TABLE draw_applications (
    id BIGINT PRIMARY KEY,
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
    CHECK (status <> 'drawn' OR (outcome IS NOT NULL AND place IS NOT NULL AND given IS NOT NULL
                                 AND room IS NOT NULL))
);
CREATE UNIQUE INDEX draw_applications_number ON draw_applications (city, order_id, number);
CREATE UNIQUE INDEX draw_applications_once ON draw_applications (city, order_id, agency)
    WHERE status <> 'withdrawn';
CREATE INDEX draw_applications_of_order ON draw_applications (order_id, number);
CREATE INDEX draw_applications_of_agency ON draw_applications (agency, id);
