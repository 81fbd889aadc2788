-- The nightly push: every open order ranked against the public pool at once, and what each person was told of it.
-- One row a night of the whole program. Everybody up to `reached` has been looked at: the next step goes on behind it,
-- and only who moves it from where it stood keeps what he wrote, so that each person is told once however many
-- processes run and wherever one of them stopped.
CREATE TABLE nightly_runs (
    night_on TEXT PRIMARY KEY,
    begun_at BIGINT NOT NULL,
    ended_at BIGINT,
    position BIGINT NOT NULL,
    ranked_ms BIGINT NOT NULL CHECK (ranked_ms >= 0),
    orders BIGINT NOT NULL CHECK (orders >= 0),
    people BIGINT NOT NULL CHECK (people >= 0),
    pairs BIGINT NOT NULL CHECK (pairs >= 0),
    reached BIGINT NOT NULL,
    told BIGINT NOT NULL CHECK (told >= 0),
    told_orders BIGINT NOT NULL CHECK (told_orders >= told)
);

-- The same by the home city of who was told.
CREATE TABLE nightly_cities (
    city TEXT NOT NULL,
    night_on TEXT NOT NULL,
    told BIGINT NOT NULL CHECK (told > 0),
    told_orders BIGINT NOT NULL CHECK (told_orders >= told),
    PRIMARY KEY (city, night_on)
);

-- Who was told of which order, once; `number` counts what one person was told on one night, best first.
CREATE TABLE nightly_told (
    city TEXT NOT NULL,
    person BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    night_on TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 10),
    score INTEGER NOT NULL CHECK (score >= 0),
    told_at BIGINT NOT NULL,
    PRIMARY KEY (city, person, order_id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX nightly_told_of_person ON nightly_told (person, night_on, number, city);
-- What is old goes (personal_data.cpp).
CREATE INDEX nightly_told_by_night ON nightly_told (night_on);

-- Who wants to be told nothing, since when.
CREATE TABLE nightly_stops (
    city TEXT NOT NULL,
    person BIGINT NOT NULL,
    since_at BIGINT NOT NULL,
    PRIMARY KEY (person, city)
);
