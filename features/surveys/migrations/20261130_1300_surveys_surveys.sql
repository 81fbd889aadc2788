-- Surveys of rural households. `secret_box` keeps the secret whose SM3 is the commitment, until the sample is drawn.
CREATE TABLE surveys (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'collecting', 'computed', 'published')),
    questions TEXT NOT NULL,
    version INTEGER NOT NULL,
    commitment TEXT NOT NULL,
    secret_box TEXT NOT NULL,
    secret TEXT NOT NULL,
    position BIGINT NOT NULL,
    seed TEXT NOT NULL,
    frame_digest TEXT NOT NULL,
    allotment TEXT NOT NULL,
    wanted BIGINT NOT NULL,
    villages BIGINT NOT NULL,
    households BIGINT NOT NULL,
    cell_min BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    started_at BIGINT,
    computed_by BIGINT,
    computed_at BIGINT,
    published_by BIGINT,
    published_at BIGINT,
    emptied_at BIGINT,
    PRIMARY KEY (id, city),
    CHECK ((status = 'draft') = (started_at IS NULL)),
    CHECK ((status = 'published') = (published_by IS NOT NULL)),
    CHECK (published_by IS NULL OR published_by <> computed_by)
);

-- The frame: villages with their number of households.
CREATE TABLE survey_villages (
    city TEXT NOT NULL,
    survey BIGINT NOT NULL,
    village INTEGER NOT NULL,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size > 0),
    spread BIGINT NOT NULL CHECK (spread > 0),
    PRIMARY KEY (city, survey, village)
);

CREATE TABLE survey_strata (
    city TEXT NOT NULL,
    survey BIGINT NOT NULL,
    stratum INTEGER NOT NULL,
    place TEXT NOT NULL,
    type TEXT NOT NULL,
    size BIGINT NOT NULL,
    drawn BIGINT NOT NULL CHECK (drawn <= size),
    PRIMARY KEY (city, survey, stratum)
);

-- Households that were drawn (issued) and those held to replace them, by their rank in the lottery of their
-- stratum. Known by village and ordinal: no name, no number of a person, no position.
CREATE TABLE survey_households (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    survey BIGINT NOT NULL,
    stratum INTEGER NOT NULL,
    village INTEGER NOT NULL,
    ordinal BIGINT NOT NULL,
    rank BIGINT NOT NULL,
    issued INTEGER NOT NULL,
    replaced INTEGER NOT NULL,
    collector BIGINT,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'completed', 'refused', 'not_reached', 'not_eligible',
        'conflict')),
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    UNIQUE (city, survey, village, ordinal),
    UNIQUE (city, survey, stratum, rank),
    CHECK (issued = 1 OR status = 'waiting')
);
CREATE INDEX survey_households_of_collector ON survey_households (collector, survey);

-- What phones sent, each version once. `box` is sealed; empty when it was deleted.
CREATE TABLE survey_answers (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    survey BIGINT NOT NULL,
    household BIGINT NOT NULL,
    client TEXT NOT NULL,
    version BIGINT NOT NULL,
    account BIGINT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('completed', 'refused', 'not_reached', 'not_eligible')),
    consented INTEGER NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('head', 'past', 'set_aside')),
    box TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    UNIQUE (city, household, client, version),
    CHECK (outcome <> 'completed' OR consented = 1)
);
CREATE INDEX survey_answers_of_survey ON survey_answers (city, survey, household);

-- Which of differing answers holds, who said so and why.
CREATE TABLE survey_settlements (
    city TEXT NOT NULL,
    household BIGINT NOT NULL,
    at BIGINT NOT NULL,
    account BIGINT NOT NULL,
    answer BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (city, household, at)
);

-- Who read what a household said, when and what for.
CREATE TABLE survey_readings (
    city TEXT NOT NULL,
    survey BIGINT NOT NULL,
    household BIGINT NOT NULL,
    account BIGINT NOT NULL,
    at BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    PRIMARY KEY (city, household, account, at)
);

-- The table of results, in thousandths. A hidden line has no numbers here either.
CREATE TABLE survey_results (
    city TEXT NOT NULL,
    survey BIGINT NOT NULL,
    line INTEGER NOT NULL,
    place TEXT NOT NULL,
    question TEXT NOT NULL,
    choice TEXT NOT NULL,
    hidden INTEGER NOT NULL,
    answered BIGINT NOT NULL,
    value BIGINT NOT NULL,
    low BIGINT NOT NULL,
    high BIGINT NOT NULL,
    total BIGINT NOT NULL,
    total_low BIGINT NOT NULL,
    total_high BIGINT NOT NULL,
    PRIMARY KEY (city, survey, line),
    CHECK (hidden = 0 OR (answered = 0 AND value = 0 AND total = 0))
);
