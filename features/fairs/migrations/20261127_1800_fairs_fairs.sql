-- A batch of orders and a pool of people, allocated at once. Rows hold ids, scores and codes; what was
-- computed from is kept as the files of `jianghui allocate`, so that anybody entitled can compute it again.
CREATE TABLE fairs (
    id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    organisation BIGINT,
    created_by BIGINT NOT NULL,
    title TEXT NOT NULL,
    pool TEXT NOT NULL CHECK (pool IN ('own', 'open', 'all')),
    several INTEGER NOT NULL CHECK (several IN (0, 1)),
    agency_floor INTEGER NOT NULL CHECK (agency_floor BETWEEN 0 AND 100),
    place_floor INTEGER NOT NULL CHECK (place_floor BETWEEN 0 AND 100),
    status TEXT NOT NULL
        CHECK (status IN ('waiting', 'running', 'decided', 'stopped', 'infeasible', 'failed')),
    failure TEXT NOT NULL,
    stop_asked INTEGER NOT NULL CHECK (stop_asked IN (0, 1)),
    orders INTEGER NOT NULL,
    seats INTEGER NOT NULL,
    ranked INTEGER NOT NULL,
    people INTEGER NOT NULL,
    pairs INTEGER NOT NULL,
    steps BIGINT NOT NULL,
    filled INTEGER NOT NULL,
    total BIGINT NOT NULL,
    optimum BIGINT NOT NULL,
    bound BIGINT NOT NULL,
    feasible_percent INTEGER,
    position BIGINT NOT NULL,
    input_digest TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    decided_at BIGINT,
    handed_over_at BIGINT,
    changed_at BIGINT NOT NULL
);
CREATE INDEX fairs_of_organisation ON fairs (organisation, id);
CREATE INDEX fairs_of_place ON fairs (place, id) WHERE organisation IS NULL;
CREATE INDEX fairs_to_run ON fairs (id) WHERE status IN ('waiting', 'running');
CREATE TABLE fair_orders (
    city TEXT NOT NULL,
    fair_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats > 0),
    considered INTEGER NOT NULL,
    qualified INTEGER NOT NULL,
    removed TEXT NOT NULL,
    reason TEXT NOT NULL,
    price BIGINT,
    nearest BIGINT,
    filter TEXT NOT NULL,
    PRIMARY KEY (city, fair_id, order_id)
);
CREATE TABLE fair_pairs (
    city TEXT NOT NULL,
    fair_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    person BIGINT NOT NULL,
    score INTEGER NOT NULL,
    by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    seat_id BIGINT,
    refusal TEXT NOT NULL,
    PRIMARY KEY (city, fair_id, order_id, person)
);
CREATE TABLE fair_files (
    city TEXT NOT NULL,
    fair_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (city, fair_id, name)
);
-- To whom an authority handed its fair over: those with shares in its orders.
CREATE TABLE fair_agencies (
    city TEXT NOT NULL,
    fair_id BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    PRIMARY KEY (city, fair_id, agency)
);
CREATE INDEX fair_agencies_by_agency ON fair_agencies (agency, fair_id);
