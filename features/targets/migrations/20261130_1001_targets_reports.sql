-- What a city reported of a year of which the platform has no data of its own; a correction is a new version.
CREATE TABLE target_reports (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    year INTEGER NOT NULL,
    measure TEXT NOT NULL CHECK (measure IN ('revenue', 'employment', 'employers', 'talent')),
    version INTEGER NOT NULL CHECK (version > 0),
    amount BIGINT NOT NULL CHECK (amount >= 0),
    proof BIGINT NOT NULL,
    digest TEXT NOT NULL,
    account BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (id, city)
);
CREATE UNIQUE INDEX target_reports_by_version ON target_reports (city, year, measure, version);
