-- An employer names one agency for an order of mode direct; one at a time.
CREATE TABLE nominations (
    id BIGINT PRIMARY KEY,
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
    CHECK (status <> 'taken' OR share_id IS NOT NULL)
);
CREATE UNIQUE INDEX nominations_one_waiting ON nominations (city, order_id) WHERE status = 'asked';
CREATE INDEX nominations_of_order ON nominations (order_id, id);
CREATE INDEX nominations_of_agency ON nominations (agency, answer_until_at) WHERE status = 'asked';
CREATE INDEX nominations_by_deadline ON nominations (answer_until_at) WHERE status = 'asked';
