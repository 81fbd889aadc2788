-- People. `city` is the distribution key: that of the place at registration; it never changes, while
-- `place` follows the person's home. The two boxes are sealed (engine/crypto); the name is kept
-- plain because agencies search their own candidates by it.
CREATE TABLE people (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    born TEXT NOT NULL,
    id_number_box TEXT NOT NULL,
    phone_box TEXT,
    education TEXT,
    occupations TEXT NOT NULL,
    skills TEXT NOT NULL,
    skill_words TEXT NOT NULL,
    experience_years INTEGER,
    certificates TEXT NOT NULL,
    pay_asked_fen BIGINT,
    pay_unit TEXT,
    available_from_on TEXT,
    reach_km INTEGER,
    public_pool INTEGER NOT NULL,
    contact INTEGER NOT NULL,
    status TEXT NOT NULL,
    verified INTEGER NOT NULL,
    verified_at BIGINT,
    verified_by BIGINT,
    account BIGINT,
    confirmed_at BIGINT NOT NULL,
    registered_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (length(place) = 6 AND length(city) = 6),
    CHECK (public_pool IN (0, 1)),
    CHECK (contact IN (0, 1)),
    CHECK (verified IN (0, 1)),
    CHECK (status IN ('active', 'restricted')),
    CHECK (pay_unit IS NULL OR pay_unit IN ('month', 'day', 'hour', 'piece')),
    CHECK (pay_asked_fen IS NULL OR (pay_asked_fen >= 0 AND pay_unit IS NOT NULL))
);
CREATE INDEX people_by_place ON people (place, id);
CREATE UNIQUE INDEX people_of_account ON people (account, city) WHERE account IS NOT NULL;

-- One person per identity number in the whole region: HMAC-SM3 of the number, never the number. A
-- directory, distributed by its own key.
CREATE TABLE person_numbers (
    id_number_index TEXT PRIMARY KEY,
    person BIGINT NOT NULL,
    city TEXT NOT NULL
);

-- The occupations of a person at every level of their codes, so that a list by occupation is one
-- range of an index. `city` is the person's.
CREATE TABLE person_occupations (
    occupation TEXT NOT NULL,
    person BIGINT NOT NULL,
    city TEXT NOT NULL,
    PRIMARY KEY (occupation, person, city),
    FOREIGN KEY (person, city) REFERENCES people (id, city)
);
CREATE INDEX person_occupations_of_person ON person_occupations (person);

-- Whose own candidate a person is. `city` is the person's.
CREATE TABLE candidacies (
    agency BIGINT NOT NULL,
    person BIGINT NOT NULL,
    city TEXT NOT NULL,
    added_by BIGINT,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (agency, person, city),
    FOREIGN KEY (person, city) REFERENCES people (id, city)
);
CREATE INDEX candidacies_of_person ON candidacies (person, agency);
