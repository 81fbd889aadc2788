-- Which cancellation terms an order has. `frozen` is the whole set as it was published: what its
-- parties agreed to, whatever becomes of the table in data/.
CREATE TABLE order_cancellation_terms (
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    set_number INTEGER NOT NULL CHECK (set_number > 0),
    frozen TEXT,
    frozen_at BIGINT,
    PRIMARY KEY (city, order_id),
    CHECK ((frozen IS NULL) = (frozen_at IS NULL))
);

-- What one party owes the other for cancelling, with its arithmetic. No money moves here: debtor and
-- creditor say what they did.
CREATE TABLE cancellation_claims (
    id BIGINT PRIMARY KEY,
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
    CHECK (debtor <> creditor)
);
CREATE INDEX cancellation_claims_of_debtor ON cancellation_claims (debtor, id);
CREATE INDEX cancellation_claims_of_creditor ON cancellation_claims (creditor, id);
CREATE INDEX cancellation_claims_of_order ON cancellation_claims (order_id, id);
