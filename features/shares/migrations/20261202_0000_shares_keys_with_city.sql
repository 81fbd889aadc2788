-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE shares_anew (
    id BIGINT NOT NULL,
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
    status_reason TEXT NOT NULL,
    service_fee_fen BIGINT CHECK (service_fee_fen >= 0),
    team_size INTEGER NOT NULL DEFAULT 0 CHECK (team_size >= 0),
    standing INTEGER NOT NULL DEFAULT 0 CHECK (standing >= 0),
    refill_until_at BIGINT,
    order_version INTEGER NOT NULL DEFAULT 1 CHECK (order_version > 0),
    PRIMARY KEY (id, city)
);
INSERT INTO shares_anew (id, city, order_id, employer, agency, seats, staffed, status, held_until_at,
    hold_ended, gate, created_at, created_by, changed_at, status_reason, service_fee_fen, team_size, standing,
    refill_until_at, order_version)
SELECT id, city, order_id, employer, agency, seats, staffed, status, held_until_at, hold_ended, gate,
    created_at, created_by, changed_at, status_reason, service_fee_fen, team_size, standing, refill_until_at,
    order_version
FROM shares;
DROP TABLE shares;
ALTER TABLE shares_anew RENAME TO shares;
CREATE INDEX shares_of_order ON shares (order_id, id);
CREATE INDEX shares_of_agency ON shares (agency, id);
CREATE INDEX shares_of_employer ON shares (employer, id);
CREATE INDEX shares_by_hold ON shares (held_until_at) WHERE hold_ended = 0;
CREATE INDEX shares_by_refill ON shares (refill_until_at) WHERE refill_until_at IS NOT NULL;

CREATE TABLE share_totals_anew (
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats >= 0),
    PRIMARY KEY (order_id, agency, city)
);
INSERT INTO share_totals_anew (city, order_id, agency, seats)
SELECT city, order_id, agency, seats
FROM share_totals;
DROP TABLE share_totals;
ALTER TABLE share_totals_anew RENAME TO share_totals;
