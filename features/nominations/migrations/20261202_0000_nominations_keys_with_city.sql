-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE nominations_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('asked', 'taken', 'declined', 'lapsed', 'voided')),
    reason TEXT NOT NULL,
    answer_until_at BIGINT NOT NULL,
    share_id BIGINT,
    created_at BIGINT NOT NULL,
    created_by BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (status <> 'taken' OR share_id IS NOT NULL)
);
INSERT INTO nominations_anew (id, city, order_id, employer, agency, status, reason, answer_until_at, share_id,
    created_at, created_by, changed_at)
SELECT id, city, order_id, employer, agency, status, reason, answer_until_at, share_id, created_at,
    created_by, changed_at
FROM nominations;
DROP TABLE nominations;
ALTER TABLE nominations_anew RENAME TO nominations;
CREATE UNIQUE INDEX nominations_one_waiting ON nominations (city, order_id) WHERE status = 'asked';
CREATE INDEX nominations_of_order ON nominations (order_id, id);
CREATE INDEX nominations_of_agency ON nominations (agency, answer_until_at) WHERE status = 'asked';
CREATE INDEX nominations_by_deadline ON nominations (answer_until_at) WHERE status = 'asked';
