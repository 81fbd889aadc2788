-- Pay surveys: of a place and a year one. `seed` and `frame_digest` are what anybody entitled needs to draw
-- the sample again; `parameters` are the numbers that decided, as they were in force.
CREATE TABLE pay_surveys (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    year INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('frame', 'collecting', 'computed', 'published')),
    wanted BIGINT NOT NULL,
    seed TEXT NOT NULL,
    frame_digest TEXT NOT NULL,
    listed BIGINT NOT NULL,
    sampled BIGINT NOT NULL,
    counted BIGINT NOT NULL,
    persons BIGINT NOT NULL,
    short_year BIGINT NOT NULL,
    outliers BIGINT NOT NULL,
    parameters TEXT NOT NULL,
    made_by BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    drawn_at BIGINT,
    computed_by BIGINT,
    computed_at BIGINT,
    published_by BIGINT,
    published_at BIGINT,
    PRIMARY KEY (id, city),
    UNIQUE (city, place, year),
    CHECK ((status = 'published') = (published_by IS NOT NULL)),
    CHECK (published_by IS NULL OR published_by <> computed_by)
);

-- The companies that may be asked, with their staff. `weight` is 1 ÷ probability in millionths, 0 when the
-- company was not drawn.
CREATE TABLE pay_frame (
    city TEXT NOT NULL,
    survey BIGINT NOT NULL,
    company BIGINT NOT NULL,
    industry TEXT NOT NULL,
    place TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size > 0),
    weight BIGINT NOT NULL CHECK (weight >= 0),
    PRIMARY KEY (city, survey, company)
);

-- What a company of the sample answers. `layer` says whose turn it is: 0 the company's.
CREATE TABLE pay_answers (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    survey BIGINT NOT NULL,
    company BIGINT NOT NULL,
    place TEXT NOT NULL,
    size BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'review', 'accepted')),
    layer INTEGER NOT NULL,
    round INTEGER NOT NULL,
    rows BIGINT NOT NULL,
    note TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    UNIQUE (city, survey, company),
    CHECK ((status = 'open') = (layer = 0))
);
CREATE INDEX pay_answers_of_company ON pay_answers (company, id);

-- One person each: no name, no number. Amounts in fen. Walled off from enforcement.
CREATE TABLE pay_rows (
    city TEXT NOT NULL,
    answer BIGINT NOT NULL,
    line INTEGER NOT NULL,
    occupation TEXT NOT NULL,
    level TEXT NOT NULL,
    sex TEXT,
    months INTEGER NOT NULL,
    hours INTEGER NOT NULL,
    base BIGINT NOT NULL,
    bonus BIGINT NOT NULL,
    allowance BIGINT NOT NULL,
    overtime BIGINT NOT NULL,
    special BIGINT NOT NULL,
    PRIMARY KEY (city, answer, line)
);

-- The company's words on what is unusual in its rows.
CREATE TABLE pay_explanations (
    city TEXT NOT NULL,
    answer BIGINT NOT NULL,
    finding TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (city, answer, finding)
);

-- The layers' decisions. Nobody decides twice in a round: four eyes, held by the key.
CREATE TABLE pay_reviews (
    city TEXT NOT NULL,
    answer BIGINT NOT NULL,
    round INTEGER NOT NULL,
    layer INTEGER NOT NULL,
    account BIGINT NOT NULL,
    agreed INTEGER NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (city, answer, round, layer),
    UNIQUE (city, answer, round, account)
);

-- Which official read the rows, when and what for: the company sees it.
CREATE TABLE pay_readings (
    city TEXT NOT NULL,
    answer BIGINT NOT NULL,
    account BIGINT NOT NULL,
    at BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    PRIMARY KEY (city, answer, account, at)
);
CREATE INDEX pay_readings_of_answer ON pay_readings (city, answer, at);

-- The guide. A hidden cell has no numbers here either.
CREATE TABLE pay_cells (
    city TEXT NOT NULL,
    survey BIGINT NOT NULL,
    line INTEGER NOT NULL,
    occupation TEXT NOT NULL,
    pooled INTEGER NOT NULL,
    level TEXT NOT NULL,
    place TEXT NOT NULL,
    hidden INTEGER NOT NULL,
    persons BIGINT NOT NULL,
    companies BIGINT NOT NULL,
    p10 BIGINT NOT NULL,
    p25 BIGINT NOT NULL,
    p50 BIGINT NOT NULL,
    p75 BIGINT NOT NULL,
    p90 BIGINT NOT NULL,
    mean BIGINT NOT NULL,
    PRIMARY KEY (city, survey, line),
    CHECK (hidden = 0 OR (persons = 0 AND companies = 0 AND p50 = 0 AND mean = 0))
);
