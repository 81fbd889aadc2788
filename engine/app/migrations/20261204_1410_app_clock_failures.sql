-- What a clock could not do, by clock and thing, until it succeeds: kept so that one bad order holds up no
-- other one and somebody sees that it waits.
CREATE TABLE clock_failures (
    clock TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject BIGINT NOT NULL,
    city TEXT NOT NULL,
    code TEXT NOT NULL CHECK (code <> ''),
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL CHECK (last_at >= first_at),
    times INTEGER NOT NULL CHECK (times > 0),
    PRIMARY KEY (clock, subject_kind, subject, city)
);
