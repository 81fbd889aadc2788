-- A step is found by its event, not by its own words: the key of the steps was as long as the rows, and each row was written with it
-- a second time. And what events said of a subject is known by the newest of them, also when she has moved to another city.
CREATE TABLE statistic_steps_anew (
    measure TEXT NOT NULL,
    version BIGINT NOT NULL,
    city TEXT NOT NULL,
    position BIGINT NOT NULL,
    line INTEGER NOT NULL,
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
    PRIMARY KEY (measure, version, city, position, line)
);
INSERT INTO statistic_steps_anew (measure, version, city, position, line, fact, period, place, occupation, industry, origin, amount,
    facts, subject, organisation, person)
SELECT measure, version, city, position,
    ROW_NUMBER() OVER (PARTITION BY measure, version, city, position ORDER BY fact, period, place, occupation, industry, origin) - 1,
    fact, period, place, occupation, industry, origin, amount, facts, subject, organisation, person
FROM statistic_steps;
DROP TABLE statistic_steps;
ALTER TABLE statistic_steps_anew RENAME TO statistic_steps;
-- The newest of a place first, by the index alone where the period is another one; and the steps of one fact: a page of records.
CREATE INDEX statistic_steps_by_place ON statistic_steps (measure, version, place, position, period);
CREATE INDEX statistic_steps_by_fact ON statistic_steps (measure, version, fact);

ALTER TABLE statistic_memories ADD COLUMN position BIGINT NOT NULL DEFAULT 0;
