-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE orders_anew (
    id BIGINT NOT NULL,
    version INTEGER NOT NULL,
    city TEXT NOT NULL,
    employer BIGINT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    occupation TEXT NOT NULL,
    headcount INTEGER NOT NULL CHECK (headcount > 0),
    remaining INTEGER NOT NULL CHECK (remaining >= 0 AND remaining <= headcount),
    place TEXT NOT NULL,
    address TEXT NOT NULL,
    starts_on TEXT,
    ends_on TEXT,
    shift TEXT NOT NULL,
    hours_per_day_tenths INTEGER,
    skills TEXT NOT NULL,
    education TEXT,
    certificates TEXT NOT NULL,
    pay_unit TEXT,
    pay_min_fen BIGINT CHECK (pay_min_fen >= 0),
    pay_max_fen BIGINT CHECK (pay_max_fen >= pay_min_fen),
    service_fee_fen BIGINT NOT NULL CHECK (service_fee_fen >= 0),
    lot_min INTEGER NOT NULL CHECK (lot_min > 0),
    lot_max INTEGER NOT NULL CHECK (lot_max >= lot_min),
    cap_per_agency INTEGER NOT NULL CHECK (cap_per_agency > 0),
    hold_hours INTEGER NOT NULL CHECK (hold_hours > 0),
    mode TEXT NOT NULL,
    source TEXT NOT NULL,
    opens_at BIGINT,
    closes_at BIGINT,
    status TEXT NOT NULL,
    status_reason TEXT NOT NULL,
    created_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    published_at BIGINT,
    changed_at BIGINT NOT NULL,
    apply_hours INTEGER NOT NULL DEFAULT 24 CHECK (apply_hours > 0),
    leftover TEXT NOT NULL DEFAULT 'race'
    CHECK (leftover IN ('race', 'keep')),
    open_to_all INTEGER NOT NULL DEFAULT 0
    CHECK (open_to_all IN (0, 1)),
    tiers TEXT NOT NULL DEFAULT '[]',
    team_size INTEGER NOT NULL DEFAULT 0 CHECK (team_size >= 0),
    PRIMARY KEY (id, city),
    CHECK (status IN ('draft', 'review', 'open', 'filled', 'running', 'closed', 'expired',
                      'cancelled', 'suspended')),
    CHECK (status NOT IN ('filled') OR remaining = 0)
);
INSERT INTO orders_anew (id, version, city, employer, kind, title, description, occupation, headcount,
    remaining, place, address, starts_on, ends_on, shift, hours_per_day_tenths, skills, education,
    certificates, pay_unit, pay_min_fen, pay_max_fen, service_fee_fen, lot_min, lot_max, cap_per_agency,
    hold_hours, mode, source, opens_at, closes_at, status, status_reason, created_by, created_at,
    published_at, changed_at, apply_hours, leftover, open_to_all, tiers, team_size)
SELECT id, version, city, employer, kind, title, description, occupation, headcount, remaining, place,
    address, starts_on, ends_on, shift, hours_per_day_tenths, skills, education, certificates, pay_unit,
    pay_min_fen, pay_max_fen, service_fee_fen, lot_min, lot_max, cap_per_agency, hold_hours, mode, source,
    opens_at, closes_at, status, status_reason, created_by, created_at, published_at, changed_at, apply_hours,
    leftover, open_to_all, tiers, team_size
FROM orders;
DROP TABLE orders;
ALTER TABLE orders_anew RENAME TO orders;
CREATE INDEX orders_by_status ON orders (status, id);
CREATE INDEX orders_by_employer ON orders (employer, id);
CREATE INDEX orders_by_closing ON orders (closes_at) WHERE status IN ('open', 'filled', 'review');
CREATE INDEX orders_by_start ON orders (starts_on) WHERE status IN ('open', 'filled');

CREATE TABLE order_findings_anew (
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL,
    basis TEXT NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (order_id, position, city)
);
INSERT INTO order_findings_anew (city, order_id, position, code, severity, message, basis, path)
SELECT city, order_id, position, code, severity, message, basis, path
FROM order_findings;
DROP TABLE order_findings;
ALTER TABLE order_findings_anew RENAME TO order_findings;
