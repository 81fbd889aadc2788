-- Organisations. `city` is the distribution key: that of the place at registration. `name_key` is
-- the name as it is searched for; `contact_phone_box` is a sealed box (engine/crypto).
CREATE TABLE organisations (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    credit_code TEXT NOT NULL,
    credit_code_override_reason TEXT,
    place TEXT NOT NULL,
    industry TEXT,
    address TEXT NOT NULL,
    contact_name TEXT,
    contact_phone_box TEXT,
    status TEXT NOT NULL,
    status_reason_code TEXT,
    status_reason TEXT,
    verified_at BIGINT,
    verified_by BIGINT,
    capacity INTEGER,
    exclusion_reason_code TEXT,
    exclusion_since_on TEXT,
    exclusion_until_on TEXT,
    registered_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (kind IN ('employer', 'agency', 'school', 'base', 'park_operator', 'authority')),
    CHECK (status IN ('registered', 'verified', 'refused', 'suspended')),
    CHECK (status <> 'verified' OR verified_at IS NOT NULL),
    CHECK (length(credit_code) = 18),
    CHECK (length(place) = 6 AND length(city) = 6),
    CHECK (capacity IS NULL OR (capacity >= 0 AND kind = 'agency')),
    CHECK ((exclusion_reason_code IS NULL) = (exclusion_since_on IS NULL)),
    CHECK (exclusion_until_on IS NULL OR exclusion_until_on >= exclusion_since_on)
);
CREATE INDEX organisations_by_place ON organisations (place, id);
CREATE INDEX organisations_by_name ON organisations (name_key, id);
CREATE INDEX organisations_by_status ON organisations (status, id);

-- One organisation per credit code in the whole region. A directory: distributed by its own key, so
-- that the uniqueness holds however the organisations are spread.
CREATE TABLE organisation_credit_codes (
    credit_code TEXT PRIMARY KEY,
    organisation BIGINT NOT NULL,
    city TEXT NOT NULL
);
