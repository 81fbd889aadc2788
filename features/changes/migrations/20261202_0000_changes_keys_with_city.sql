-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE change_answers_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 1),
    share_id BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    from_version INTEGER NOT NULL CHECK (from_version < version),
    status TEXT NOT NULL CHECK (status IN ('standing', 'accepted', 'declined', 'run_out',
                                           'overtaken', 'voided')),
    reason TEXT NOT NULL,
    answer_until_at BIGINT NOT NULL,
    given_back INTEGER NOT NULL CHECK (given_back >= 0),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city)
);
INSERT INTO change_answers_anew (id, city, order_id, version, share_id, employer, agency, from_version,
    status, reason, answer_until_at, given_back, created_at, changed_at)
SELECT id, city, order_id, version, share_id, employer, agency, from_version, status, reason, answer_until_at,
    given_back, created_at, changed_at
FROM change_answers;
DROP TABLE change_answers;
ALTER TABLE change_answers_anew RENAME TO change_answers;
CREATE UNIQUE INDEX change_answers_one_standing ON change_answers (city, share_id)
    WHERE status = 'standing';
CREATE INDEX change_answers_of_order ON change_answers (order_id, id);
CREATE INDEX change_answers_of_agency ON change_answers (agency, answer_until_at)
    WHERE status = 'standing';
CREATE INDEX change_answers_by_deadline ON change_answers (answer_until_at)
    WHERE status = 'standing';
