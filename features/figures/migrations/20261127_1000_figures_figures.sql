-- What the region's figures are counted from: one row per fact and measure, made from the journal
-- alone and rebuilt from it at any time. `city` is the distribution key (of `place`). `amount` is
-- fen for revenue (gross; `net` without wages passed on) and 1 for what is counted by the piece.
CREATE TABLE figure_records (
    city TEXT NOT NULL,
    measure TEXT NOT NULL CHECK (measure IN ('revenue', 'employment', 'employers', 'talent')),
    fact TEXT NOT NULL,
    year INTEGER NOT NULL,
    place TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('provisional', 'verified')),
    amount BIGINT NOT NULL,
    net BIGINT NOT NULL,
    at BIGINT NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    subject BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    order_kind TEXT NOT NULL,
    employer BIGINT,
    agency BIGINT,
    person BIGINT,
    PRIMARY KEY (city, measure, fact)
);
CREATE INDEX figure_records_by_measure ON figure_records (measure, year, position);
CREATE INDEX figure_records_by_pair ON figure_records
    (city, measure, year, employer, agency, order_kind, state, position);

-- The sums of the records, kept along with them.
CREATE TABLE figure_totals (
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    year INTEGER NOT NULL,
    measure TEXT NOT NULL,
    verified BIGINT NOT NULL,
    provisional BIGINT NOT NULL,
    PRIMARY KEY (city, place, year, measure)
);
