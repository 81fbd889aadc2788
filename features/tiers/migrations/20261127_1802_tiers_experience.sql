-- How many seats an agency has completed, by employer and occupation: counted from the journal.
CREATE TABLE tier_experience (
    agency BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    occupation TEXT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats > 0),
    PRIMARY KEY (agency, employer, occupation)
);
CREATE INDEX tier_experience_by_occupation ON tier_experience (agency, occupation);
