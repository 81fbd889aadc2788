-- The consent ledger: every giving and withdrawing is a row, nothing is overwritten (PIPL §14–15).
CREATE TABLE consents (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    person BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    granted INTEGER NOT NULL,
    account BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    FOREIGN KEY (person, city) REFERENCES people (id, city),
    CHECK (purpose IN ('public_pool', 'contact')),
    CHECK (granted IN (0, 1))
);
CREATE INDEX consents_of_person ON consents (person, id);

-- Who read a person's phone or identity number, why, and what of it: shown to the person.
CREATE TABLE person_reads (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    person BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    fields TEXT NOT NULL,
    account BIGINT NOT NULL,
    role TEXT NOT NULL,
    organisation BIGINT,
    place TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    FOREIGN KEY (person, city) REFERENCES people (id, city)
);
CREATE INDEX person_reads_of_person ON person_reads (person, id);
