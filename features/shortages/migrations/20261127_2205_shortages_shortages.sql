-- The shortage catalogue of a place ("" is the region) and a quarter. `position` is the cut-off in the journal.
CREATE TABLE shortage_catalogues (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    period TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'review', 'published')),
    version INTEGER NOT NULL,
    number TEXT NOT NULL,
    demand_formula BIGINT NOT NULL,
    supply_formula BIGINT NOT NULL,
    position BIGINT NOT NULL,
    too_few INTEGER NOT NULL,
    included TEXT NOT NULL,
    excluded TEXT NOT NULL,
    digest TEXT NOT NULL,
    note TEXT NOT NULL,
    made_by BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    submitted_by BIGINT,
    published_by BIGINT,
    published_at BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK ((status = 'published') = (published_at IS NOT NULL)),
    CHECK ((status = 'published') = (published_by IS NOT NULL)),
    CHECK (published_by IS NULL OR (published_by <> made_by AND published_by <> submitted_by))
);
-- One is being made at a time (version 0), and a version is there once.
CREATE UNIQUE INDEX shortage_catalogues_being_made
    ON shortage_catalogues (city, place, period, version);

-- An occupation in a city: what was known, its score, grade and cause.
CREATE TABLE shortage_entries (
    city TEXT NOT NULL,
    catalogue_id BIGINT NOT NULL,
    line INTEGER NOT NULL,
    place TEXT NOT NULL,
    occupation TEXT NOT NULL,
    facts TEXT NOT NULL,
    score TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('none', 'mild', 'moderate', 'severe')),
    cause TEXT NOT NULL CHECK (cause IN ('few_people', 'place', 'pay', 'skill')),
    PRIMARY KEY (city, catalogue_id, line)
);

-- Who was asked, by account, and what each said of an entry: a dissent has a reason.
CREATE TABLE shortage_experts (
    city TEXT NOT NULL,
    catalogue_id BIGINT NOT NULL,
    account BIGINT NOT NULL,
    named_by BIGINT NOT NULL,
    named_at BIGINT NOT NULL,
    PRIMARY KEY (city, catalogue_id, account)
);
CREATE INDEX shortage_experts_by_account ON shortage_experts (account);
CREATE TABLE shortage_opinions (
    city TEXT NOT NULL,
    catalogue_id BIGINT NOT NULL,
    line INTEGER NOT NULL,
    account BIGINT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('none', 'mild', 'moderate', 'severe')),
    dissents INTEGER NOT NULL,
    reason TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (city, catalogue_id, line, account),
    CHECK (dissents = 0 OR reason <> '')
);

-- Read from the journal: how long posts are open and what they offer a month.
CREATE TABLE shortage_posts (
    order_id BIGINT NOT NULL,
    city TEXT NOT NULL,
    occupation TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    filled_at BIGINT,
    ended_at BIGINT,
    pay_fen BIGINT,
    PRIMARY KEY (order_id, city)
);
CREATE INDEX shortage_posts_by_time ON shortage_posts (opened_at);

-- Read from the journal: in which city somebody lives, and who went where in a quarter.
CREATE TABLE shortage_residences (
    person BIGINT NOT NULL,
    city TEXT NOT NULL,
    PRIMARY KEY (person, city)
);
CREATE TABLE shortage_flows (
    city TEXT NOT NULL,
    origin TEXT NOT NULL,
    period INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('work', 'residence')),
    amount BIGINT NOT NULL,
    PRIMARY KEY (city, origin, period, kind)
);

-- Which quarters were assessed, each once, and what each said of an occupation in a city.
CREATE TABLE shortage_quarters (
    period INTEGER PRIMARY KEY,
    position BIGINT NOT NULL,
    assessed_at BIGINT NOT NULL
);
CREATE TABLE shortage_levels (
    city TEXT NOT NULL,
    occupation TEXT NOT NULL,
    period INTEGER NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('surplus', 'none', 'yellow', 'orange', 'red')),
    standing TEXT NOT NULL CHECK (standing IN ('surplus', 'none', 'yellow', 'orange', 'red')),
    facts TEXT NOT NULL,
    PRIMARY KEY (city, occupation, period)
);

-- A standing level that rose or fell: what officials decide and act on.
CREATE TABLE shortage_warnings (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    occupation TEXT NOT NULL,
    period INTEGER NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('surplus', 'none', 'yellow', 'orange', 'red')),
    level_before TEXT NOT NULL CHECK (level_before IN ('surplus', 'none', 'yellow', 'orange', 'red')),
    status TEXT NOT NULL
        CHECK (status IN ('computed', 'issued', 'dismissed', 'answered', 'lifted', 'overtaken')),
    due_at BIGINT,
    note TEXT NOT NULL,
    measures TEXT NOT NULL,
    computed_at BIGINT NOT NULL,
    decided_by BIGINT,
    decided_at BIGINT,
    answered_by BIGINT,
    answered_at BIGINT,
    PRIMARY KEY (id, city),
    CHECK (status <> 'dismissed' OR note <> ''),
    CHECK (status <> 'answered' OR measures <> '')
);
CREATE UNIQUE INDEX shortage_warnings_of_quarter ON shortage_warnings (city, occupation, period);
