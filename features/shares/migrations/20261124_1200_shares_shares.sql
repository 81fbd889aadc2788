-- The k seats of an order that one agency has grabbed. `staffed` counts its seats that somebody
-- holds or has worked; `gate` is what the gate saw at the grab, and under which rules.
CREATE TABLE shares (
    id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats >= 0),
    staffed INTEGER NOT NULL CHECK (staffed >= 0 AND staffed <= seats),
    status TEXT NOT NULL CHECK (status IN ('held', 'staffing', 'delivering', 'settled', 'released',
                                           'withdrawn', 'defaulted')),
    held_until_at BIGINT NOT NULL,
    hold_ended INTEGER NOT NULL CHECK (hold_ended IN (0, 1)),
    gate TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    status_reason TEXT NOT NULL
);
CREATE INDEX shares_of_order ON shares (order_id, id);
CREATE INDEX shares_of_agency ON shares (agency, id);
CREATE INDEX shares_of_employer ON shares (employer, id);
CREATE INDEX shares_by_hold ON shares (held_until_at) WHERE hold_ended = 0;

-- How many live seats an agency has of one order: the cap is judged on this without a sum.
CREATE TABLE share_totals (
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats >= 0),
    PRIMARY KEY (order_id, agency)
);

-- How much an agency has taken on altogether: the gate's capacity and default rules.
CREATE TABLE agency_totals (
    agency BIGINT PRIMARY KEY,
    seats INTEGER NOT NULL CHECK (seats >= 0),
    open_defaults INTEGER NOT NULL CHECK (open_defaults >= 0)
);
