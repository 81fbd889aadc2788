-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE fairs_anew (
    id BIGINT NOT NULL,
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
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city)
);
INSERT INTO fairs_anew (id, city, place, organisation, created_by, title, pool, several, agency_floor,
    place_floor, status, failure, stop_asked, orders, seats, ranked, people, pairs, steps, filled, total,
    optimum, bound, feasible_percent, position, input_digest, created_at, decided_at, handed_over_at,
    changed_at)
SELECT id, city, place, organisation, created_by, title, pool, several, agency_floor, place_floor, status,
    failure, stop_asked, orders, seats, ranked, people, pairs, steps, filled, total, optimum, bound,
    feasible_percent, position, input_digest, created_at, decided_at, handed_over_at, changed_at
FROM fairs;
DROP TABLE fairs;
ALTER TABLE fairs_anew RENAME TO fairs;
CREATE INDEX fairs_of_organisation ON fairs (organisation, id);
CREATE INDEX fairs_of_place ON fairs (place, id) WHERE organisation IS NULL;
CREATE INDEX fairs_to_run ON fairs (id) WHERE status IN ('waiting', 'running');
