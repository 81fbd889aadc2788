-- The present version of every entry. `city` is that of the issuing place: the distribution key.
-- `counts`, `gate` and `standard` are those of the definition's version; `content` is the JSON object
-- of the values, sealed ones as they are shown; `search` what a search by text looks at.
CREATE TABLE entries (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    register_id TEXT NOT NULL,
    definition_version BIGINT NOT NULL,
    version BIGINT NOT NULL,
    place TEXT NOT NULL,
    organisation BIGINT,
    person BIGINT,
    subject_place TEXT,
    number TEXT NOT NULL,
    status TEXT NOT NULL,
    counts TEXT NOT NULL,
    gate TEXT NOT NULL,
    standard TEXT,
    valid_from_on TEXT NOT NULL,
    valid_to_on TEXT,
    case_id BIGINT,
    content TEXT NOT NULL,
    search TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (status IN ('valid', 'suspended', 'revoked', 'withdrawn', 'ended', 'expired')),
    CHECK (counts IN ('everywhere', 'recognised', 'issuing_place')),
    CHECK (gate IN ('none', 'licence', 'filing', 'dispatch_licence', 'exclusion', 'warning')),
    CHECK (valid_to_on IS NULL OR valid_to_on >= valid_from_on),
    CHECK (length(place) = 6 AND length(city) = 6),
    CHECK (version > 0 AND definition_version > 0)
);
CREATE INDEX entries_of_organisation ON entries (organisation, register_id, id);
CREATE INDEX entries_of_person ON entries (person, register_id, id);
CREATE INDEX entries_at_gate ON entries (organisation, id) WHERE gate <> 'none';
CREATE INDEX entries_of_register ON entries (register_id, id);
CREATE INDEX entries_of_place ON entries (register_id, place, status);
CREATE INDEX entries_due ON entries (status, valid_to_on);

-- Every version: what, why, by whom. `note` is a sentence of the official.
CREATE TABLE entry_versions (
    entry BIGINT NOT NULL,
    city TEXT NOT NULL,
    version BIGINT NOT NULL,
    definition_version BIGINT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT,
    by_account BIGINT,
    case_id BIGINT,
    at BIGINT NOT NULL,
    valid_from_on TEXT NOT NULL,
    valid_to_on TEXT,
    content TEXT NOT NULL,
    PRIMARY KEY (entry, version, city)
);

-- What no two entries of a register may both have: their numbers (field '#', for ever) and their
-- unique values (until the entry's end; of sealed ones the blind index). A directory: distributed by
-- its own key.
CREATE TABLE entry_keys (
    register_id TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    entry BIGINT NOT NULL,
    city TEXT NOT NULL,
    PRIMARY KEY (register_id, field, value)
);
CREATE INDEX entry_keys_of_entry ON entry_keys (entry);

-- The last serial number given in a series of a register's numbers.
CREATE TABLE entry_series (
    register_id TEXT NOT NULL,
    series TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (register_id, series)
);

-- The values of the present version that the definition counts, one row a code.
CREATE TABLE entry_facts (
    entry BIGINT NOT NULL,
    city TEXT NOT NULL,
    register_id TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (entry, field, value, city)
);
CREATE INDEX entry_facts_of_value ON entry_facts (register_id, field, value, entry);

-- Sealed values (engine/access/vault.hpp) from the version on in which they were given.
CREATE TABLE entry_boxes (
    entry BIGINT NOT NULL,
    city TEXT NOT NULL,
    field TEXT NOT NULL,
    version BIGINT NOT NULL,
    box TEXT NOT NULL,
    PRIMARY KEY (entry, field, version, city)
);
