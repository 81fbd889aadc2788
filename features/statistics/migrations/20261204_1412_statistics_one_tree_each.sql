-- What is counted is written once, where it lies: each table is its key and nothing beside it (WITHOUT ROWID; PostgreSQL keeps
-- tables in its own way), with what tells rows apart in front, so that what is counted now lies together and a batch of events
-- touches few pages. Steps lie by place and period, the newest last, as pages of records and figures of older positions read them. A fact is known by the position of the
-- event with which it began (0: from before this was kept): a number that grows, where its words lie anywhere. And only of what may
-- change or end is it kept which fact a subject is counted in.
CREATE TABLE statistic_spells_anew (
    fact TEXT NOT NULL,
    measure TEXT NOT NULL,
    version BIGINT NOT NULL,
    city TEXT NOT NULL,
    line INTEGER NOT NULL,
    began BIGINT NOT NULL,
    subject BIGINT NOT NULL,
    may_change INTEGER NOT NULL CHECK (may_change IN (0, 1)),
    from_at BIGINT NOT NULL,
    to_at BIGINT,
    amount BIGINT NOT NULL,
    place TEXT NOT NULL,
    occupation TEXT NOT NULL,
    industry TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (fact, measure, version, city, line)
) WITHOUT ROWID;
INSERT INTO statistic_spells_anew (fact, measure, version, city, line, began, subject, may_change, from_at, to_at, amount, place,
    occupation, industry, origin)
SELECT fact, measure, version, city, line,
    COALESCE((SELECT MIN(s.position) FROM statistic_steps s
        WHERE s.measure = statistic_spells.measure AND s.version = statistic_spells.version AND s.fact = statistic_spells.fact
            AND s.city = statistic_spells.city), 0),
    subject, 1, from_at, to_at, amount, place, occupation, industry, origin
FROM statistic_spells;
DROP TABLE statistic_spells;
ALTER TABLE statistic_spells_anew RENAME TO statistic_spells;
CREATE INDEX statistic_spells_by_subject ON statistic_spells (subject) WHERE may_change = 1;

CREATE TABLE statistic_memories_anew (
    subject BIGINT NOT NULL,
    measure TEXT NOT NULL,
    version BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    occupation TEXT NOT NULL,
    industry TEXT NOT NULL,
    origin TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (subject, measure, version, city)
) WITHOUT ROWID;
INSERT INTO statistic_memories_anew (subject, measure, version, city, place, occupation, industry, origin, position)
SELECT subject, measure, version, city, place, occupation, industry, origin, position FROM statistic_memories;
DROP TABLE statistic_memories;
ALTER TABLE statistic_memories_anew RENAME TO statistic_memories;

CREATE TABLE statistic_steps_anew (
    measure TEXT NOT NULL,
    version BIGINT NOT NULL,
    place TEXT NOT NULL,
    period INTEGER NOT NULL,
    position BIGINT NOT NULL,
    line INTEGER NOT NULL,
    city TEXT NOT NULL,
    began BIGINT NOT NULL,
    fact TEXT NOT NULL,
    occupation TEXT NOT NULL,
    industry TEXT NOT NULL,
    origin TEXT NOT NULL,
    amount BIGINT NOT NULL,
    facts BIGINT NOT NULL,
    subject BIGINT NOT NULL,
    organisation BIGINT,
    person BIGINT,
    PRIMARY KEY (measure, version, place, period, position, line, city)
) WITHOUT ROWID;
INSERT INTO statistic_steps_anew (measure, version, place, period, position, line, city, began, fact, occupation, industry, origin,
    amount, facts, subject, organisation, person)
SELECT measure, version, place, period, position, line, city, MIN(position) OVER (PARTITION BY measure, version, city, fact), fact,
    occupation, industry, origin, amount, facts, subject, organisation, person
FROM statistic_steps;
DROP TABLE statistic_steps;
ALTER TABLE statistic_steps_anew RENAME TO statistic_steps;
CREATE INDEX statistic_steps_of_fact ON statistic_steps (began);

CREATE TABLE statistic_cells_anew (
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
) WITHOUT ROWID;
INSERT INTO statistic_cells_anew (measure, version, city, period, place, occupation, industry, origin, amount, facts)
SELECT measure, version, city, period, place, occupation, industry, origin, amount, facts FROM statistic_cells;
DROP TABLE statistic_cells;
ALTER TABLE statistic_cells_anew RENAME TO statistic_cells;

-- Until where the steps of a place and period lie: a page of records begins there, and who brings figures forward asks only where
-- there are new steps.
CREATE TABLE statistic_last_steps (
    measure TEXT NOT NULL,
    version BIGINT NOT NULL,
    place TEXT NOT NULL,
    period INTEGER NOT NULL,
    city TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (measure, version, place, period, city)
) WITHOUT ROWID;
INSERT INTO statistic_last_steps (measure, version, place, period, city, position)
SELECT measure, version, place, period, city, MAX(position) FROM statistic_steps
GROUP BY measure, version, place, period, city;
