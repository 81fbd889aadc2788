-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE notices_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    kind TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('person', 'organisation', 'counterpart', 'office')),
    person BIGINT,
    organisation BIGINT,
    office TEXT,
    at BIGINT NOT NULL,
    position BIGINT NOT NULL,
    subject BIGINT NOT NULL,
    order_id BIGINT,
    other BIGINT,
    level TEXT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (CASE WHEN person IS NULL THEN 0 ELSE 1 END
        + CASE WHEN organisation IS NULL THEN 0 ELSE 1 END
        + CASE WHEN office IS NULL THEN 0 ELSE 1 END = 1)
);
INSERT INTO notices_anew (id, city, kind, part, person, organisation, office, at, position, subject, order_id,
    other, level)
SELECT id, city, kind, part, person, organisation, office, at, position, subject, order_id, other, level
FROM notices;
DROP TABLE notices;
ALTER TABLE notices_anew RENAME TO notices;
CREATE INDEX notices_of_person ON notices (person, id) WHERE person IS NOT NULL;
CREATE INDEX notices_of_organisation ON notices (organisation, id) WHERE organisation IS NOT NULL;
CREATE INDEX notices_of_office ON notices (office, id) WHERE office IS NOT NULL;
