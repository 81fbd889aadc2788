-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE cancellation_claims_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    share_id BIGINT NOT NULL,
    debtor BIGINT NOT NULL,
    creditor BIGINT NOT NULL,
    canceller TEXT NOT NULL CHECK (canceller IN ('employer', 'agency')),
    share_state TEXT NOT NULL CHECK (share_state IN ('held', 'staffing', 'delivering')),
    notice_hours INTEGER NOT NULL CHECK (notice_hours >= 0),
    seats INTEGER NOT NULL CHECK (seats > 0),
    set_number INTEGER NOT NULL,
    lines TEXT NOT NULL,
    amount_fen BIGINT NOT NULL CHECK (amount_fen > 0),
    status TEXT NOT NULL CHECK (status IN ('due', 'paid', 'confirmed', 'waived', 'disputed')),
    reference TEXT NOT NULL,
    reason TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK (debtor <> creditor)
);
INSERT INTO cancellation_claims_anew (id, city, order_id, share_id, debtor, creditor, canceller, share_state,
    notice_hours, seats, set_number, lines, amount_fen, status, reference, reason, created_at, changed_at)
SELECT id, city, order_id, share_id, debtor, creditor, canceller, share_state, notice_hours, seats,
    set_number, lines, amount_fen, status, reference, reason, created_at, changed_at
FROM cancellation_claims;
DROP TABLE cancellation_claims;
ALTER TABLE cancellation_claims_anew RENAME TO cancellation_claims;
CREATE INDEX cancellation_claims_of_debtor ON cancellation_claims (debtor, id);
CREATE INDEX cancellation_claims_of_creditor ON cancellation_claims (creditor, id);
CREATE INDEX cancellation_claims_of_order ON cancellation_claims (order_id, id);
