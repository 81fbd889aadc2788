-- What is computed from the journal for each version of a measure (measures/*.toml), and nothing that
-- cannot be computed anew from it. `city` is the event's: the distribution key.

-- Stretches of time in which something counts, by fact.
CREATE TABLE statistic_spells (
    measure TEXT NOT NULL,
    version BIGINT NOT NULL,
    city TEXT NOT NULL,
    fact TEXT NOT NULL,
    line INTEGER NOT NULL,
    subject BIGINT NOT NULL,
    from_at BIGINT NOT NULL,
    to_at BIGINT,
    amount BIGINT NOT NULL,
    place TEXT NOT NULL,
    occupation TEXT NOT NULL,
    industry TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (measure, version, city, fact, line)
);
CREATE INDEX statistic_spells_by_subject ON statistic_spells (measure, version, subject);

-- What events said of orders and persons that later events name.
CREATE TABLE statistic_memories (
    measure TEXT NOT NULL,
    version BIGINT NOT NULL,
    subject BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    occupation TEXT NOT NULL,
    industry TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (measure, version, subject, city)
);

-- Every step of every figure, with the position of the event that made it. Rows are added, never
-- changed: a figure as of a position is the sum of its steps up to there.
CREATE TABLE statistic_steps (
    measure TEXT NOT NULL,
    version BIGINT NOT NULL,
    city TEXT NOT NULL,
    position BIGINT NOT NULL,
    fact TEXT NOT NULL,
    period INTEGER NOT NULL,
    place TEXT NOT NULL,
    occupation TEXT NOT NULL,
    industry TEXT NOT NULL,
    origin TEXT NOT NULL,
    amount BIGINT NOT NULL,
    facts BIGINT NOT NULL,
    subject BIGINT NOT NULL,
    organisation BIGINT,
    person BIGINT,
    PRIMARY KEY (measure, version, city, position, fact, period, place, occupation, industry, origin)
);
CREATE INDEX statistic_steps_by_place ON statistic_steps (measure, version, place, period);

-- Their sums as of the checkpoint.
CREATE TABLE statistic_cells (
    measure TEXT NOT NULL,
    version BIGINT NOT NULL,
    city TEXT NOT NULL,
    period INTEGER NOT NULL,
    place TEXT NOT NULL,
    occupation TEXT NOT NULL,
    industry TEXT NOT NULL,
    origin TEXT NOT NULL,
    amount BIGINT NOT NULL,
    facts BIGINT NOT NULL,
    PRIMARY KEY (measure, version, city, period, place, occupation, industry, origin)
);

-- Events that a measure reads but could not count, and why.
CREATE TABLE statistic_left_out (
    measure TEXT NOT NULL,
    version BIGINT NOT NULL,
    city TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('no_place', 'no_amount')),
    events BIGINT NOT NULL CHECK (events > 0),
    PRIMARY KEY (measure, version, city, reason)
);
