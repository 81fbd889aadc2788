-- An employer's demand for n seats. `remaining` is what may still be grabbed: the check constraint
-- is the last line of defence against overselling, whatever the program does.
CREATE TABLE orders (
    id BIGINT PRIMARY KEY,
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
    CHECK (status IN ('draft', 'review', 'open', 'filled', 'running', 'closed', 'expired',
                      'cancelled', 'suspended')),
    CHECK (status NOT IN ('filled') OR remaining = 0)
);
CREATE INDEX orders_by_status ON orders (status, id);
CREATE INDEX orders_by_employer ON orders (employer, id);
CREATE INDEX orders_by_closing ON orders (closes_at) WHERE status IN ('open', 'filled', 'review');
CREATE INDEX orders_by_start ON orders (starts_on) WHERE status IN ('open', 'filled');

-- What the post check found when the order was last published, for the official who reviews it.
CREATE TABLE order_findings (
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL,
    basis TEXT NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (order_id, position)
);
