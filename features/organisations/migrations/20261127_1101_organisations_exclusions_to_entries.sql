-- Exclusions become entries of the register market_exclusion, under the ids of their organisations;
-- the table of organisations is made anew without their columns.
INSERT INTO entries (id, city, register_id, definition_version, version, place, organisation, number,
    status, counts, gate, valid_from_on, valid_to_on, content, search, issued_at, changed_at)
SELECT id, city, 'market_exclusion', 1, 1, place, id, place || '-' || credit_code, 'valid',
    'everywhere', 'exclusion', exclusion_since_on, exclusion_until_on,
    '{"reason":"' || exclusion_reason_code || '"}', place || '-' || credit_code, changed_at,
    changed_at
FROM organisations WHERE exclusion_reason_code IS NOT NULL;

INSERT INTO entry_versions (entry, city, version, definition_version, status, reason, at,
    valid_from_on, valid_to_on, content)
SELECT id, city, 1, 1, 'valid', 'imported', changed_at, exclusion_since_on, exclusion_until_on,
    '{"reason":"' || exclusion_reason_code || '"}'
FROM organisations WHERE exclusion_reason_code IS NOT NULL;

INSERT INTO entry_keys (register_id, field, value, entry, city)
SELECT 'market_exclusion', '#', place || '-' || credit_code, id, city
FROM organisations WHERE exclusion_reason_code IS NOT NULL
ON CONFLICT (register_id, field, value) DO NOTHING;

INSERT INTO entry_facts (entry, city, register_id, field, value)
SELECT id, city, 'market_exclusion', 'reason', exclusion_reason_code
FROM organisations WHERE exclusion_reason_code IS NOT NULL;

CREATE TABLE organisations_anew (
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
    registered_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (kind IN ('employer', 'agency', 'school', 'base', 'park_operator', 'authority')),
    CHECK (status IN ('registered', 'verified', 'refused', 'suspended')),
    CHECK (status <> 'verified' OR verified_at IS NOT NULL),
    CHECK (length(credit_code) = 18),
    CHECK (length(place) = 6 AND length(city) = 6),
    CHECK (capacity IS NULL OR (capacity >= 0 AND kind = 'agency'))
);
INSERT INTO organisations_anew (id, city, kind, name, name_key, credit_code,
    credit_code_override_reason, place, industry, address, contact_name, contact_phone_box, status,
    status_reason_code, status_reason, verified_at, verified_by, capacity, registered_at, changed_at)
SELECT id, city, kind, name, name_key, credit_code, credit_code_override_reason, place, industry,
    address, contact_name, contact_phone_box, status, status_reason_code, status_reason, verified_at,
    verified_by, capacity, registered_at, changed_at
FROM organisations;
DROP TABLE organisations;
ALTER TABLE organisations_anew RENAME TO organisations;
CREATE INDEX organisations_by_place ON organisations (place, id);
CREATE INDEX organisations_by_name ON organisations (name_key, id);
CREATE INDEX organisations_by_status ON organisations (status, id);
