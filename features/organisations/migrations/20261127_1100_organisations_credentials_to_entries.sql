-- Credentials become entries of the registers hr_service_licence, hr_service_filing and
-- dispatch_licence (engine/registers), under the ids that they had; what each one was is its first
-- version, `imported`.
CREATE TABLE credentials_moving (
    id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    register_id TEXT NOT NULL
);
INSERT INTO credentials_moving (id, city, register_id)
SELECT id,
    CASE WHEN substr(issuing_place, 1, 2) IN ('11', '12', '31', '50')
            OR substr(issuing_place, 3, 2) IN ('00', '90') THEN issuing_place
        ELSE substr(issuing_place, 1, 4) || '00' END,
    CASE kind WHEN 'licence' THEN 'hr_service_licence' WHEN 'filing' THEN 'hr_service_filing'
        ELSE 'dispatch_licence' END
FROM credentials;

INSERT INTO entries (id, city, register_id, definition_version, version, place, organisation, number,
    status, counts, gate, standard, valid_from_on, valid_to_on, content, search, issued_at, changed_at)
SELECT c.id, m.city, m.register_id, 1, 1, c.issuing_place, c.organisation, c.number, c.status,
    CASE c.kind WHEN 'filing' THEN 'recognised' ELSE 'everywhere' END, c.kind,
    CASE c.kind WHEN 'filing' THEN 'hr-filing-1' ELSE NULL END, c.valid_from_on, c.valid_to_on,
    '{"services":' || c.scope || '}', c.number, c.issued_at, c.changed_at
FROM credentials c JOIN credentials_moving m ON m.id = c.id;

INSERT INTO entry_versions (entry, city, version, definition_version, status, reason, note,
    by_account, at, valid_from_on, valid_to_on, content)
SELECT c.id, m.city, 1, 1, c.status, 'imported', c.status_reason, c.issued_by, c.changed_at,
    c.valid_from_on, c.valid_to_on, '{"services":' || c.scope || '}'
FROM credentials c JOIN credentials_moving m ON m.id = c.id;

-- Two places may have given the same number: the older one keeps the key.
INSERT INTO entry_keys (register_id, field, value, entry, city)
SELECT m.register_id, '#', c.number, c.id, m.city
FROM credentials c JOIN credentials_moving m ON m.id = c.id WHERE c.id > 0 ORDER BY c.id
ON CONFLICT (register_id, field, value) DO NOTHING;

INSERT INTO entry_facts (entry, city, register_id, field, value)
SELECT c.id, m.city, m.register_id, 'services', k.kind
FROM credentials c
JOIN credentials_moving m ON m.id = c.id
JOIN (SELECT 'recruit' AS kind UNION ALL SELECT 'dispatch' UNION ALL SELECT 'outsource'
    UNION ALL SELECT 'flex' UNION ALL SELECT 'lend' UNION ALL SELECT 'train'
    UNION ALL SELECT 'assess' UNION ALL SELECT 'search' UNION ALL SELECT 'procure') k
    ON c.scope LIKE '%"' || k.kind || '"%';

DROP TABLE credentials_moving;
DROP TABLE credentials;
