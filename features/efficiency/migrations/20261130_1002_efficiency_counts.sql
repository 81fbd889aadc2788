-- How long procedures really took and how agencies of other cities fared: made from the journal alone and rebuilt
-- from it at any time.
CREATE TABLE efficiency_cases (
    case_id BIGINT NOT NULL,
    city TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    steps BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    since_at BIGINT NOT NULL,
    due_on TEXT,
    closed_at BIGINT,
    clocked BIGINT NOT NULL CHECK (clocked IN (0, 1)),
    late BIGINT NOT NULL CHECK (late IN (0, 1)),
    notified BIGINT NOT NULL CHECK (notified IN (0, 1)),
    objected BIGINT NOT NULL CHECK (objected IN (0, 1)),
    burdened BIGINT NOT NULL CHECK (burdened IN (0, 1)),
    PRIMARY KEY (case_id, city)
);
CREATE INDEX efficiency_cases_closed ON efficiency_cases (closed_at, city) WHERE closed_at IS NOT NULL;

-- A stretch of time in a state, ended by a step.
CREATE TABLE efficiency_waits (
    case_id BIGINT NOT NULL,
    city TEXT NOT NULL,
    ordinal BIGINT NOT NULL,
    procedure_id TEXT NOT NULL,
    step TEXT NOT NULL,
    waits_for TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    due_on TEXT,
    PRIMARY KEY (case_id, city, ordinal)
);
CREATE INDEX efficiency_waits_ended ON efficiency_waits (ended_at, city);

-- When an order was first opened to be grabbed.
CREATE TABLE efficiency_orders (
    order_id BIGINT NOT NULL,
    city TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    PRIMARY KEY (order_id, city)
);

-- An agency's try for seats of an order: a grab, an application to a draw, a sealed bid.
CREATE TABLE efficiency_tries (
    city TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('race', 'draw', 'quote')),
    subject BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    home TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    ended_at BIGINT,
    won BIGINT NOT NULL CHECK (won IN (0, 1)),
    PRIMARY KEY (city, kind, subject)
);
CREATE INDEX efficiency_tries_ended ON efficiency_tries (ended_at, city) WHERE ended_at IS NOT NULL;
