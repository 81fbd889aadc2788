-- Read from the journal: who was counted in which flow, so that a cell counts each person once a quarter.
CREATE TABLE shortage_flow_people (
    person BIGINT NOT NULL,
    origin TEXT NOT NULL,
    city TEXT NOT NULL,
    period INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('work', 'residence')),
    PRIMARY KEY (person, origin, city, period, kind)
);
