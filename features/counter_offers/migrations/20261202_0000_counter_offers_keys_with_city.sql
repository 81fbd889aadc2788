-- The city in every key: an engine that places rows by city (docs/adr/0022, docs/scale.md) wants its
-- distribution key in each unique constraint. Ids are unique in themselves, so nothing else changes.
CREATE TABLE counter_offers_anew (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    account BIGINT NOT NULL,
    seats INTEGER NOT NULL CHECK (seats > 0),
    fee_fen BIGINT NOT NULL CHECK (fee_fen >= 0),
    order_fee_fen BIGINT NOT NULL,
    message TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('standing', 'accepted', 'declined', 'lapsed', 'withdrawn',
                                           'voided')),
    reason TEXT NOT NULL,
    answer_until_at BIGINT NOT NULL,
    share_id BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (id, city),
    CHECK ((status = 'accepted') = (share_id IS NOT NULL))
);
INSERT INTO counter_offers_anew (id, city, order_id, employer, agency, account, seats, fee_fen, order_fee_fen,
    message, status, reason, answer_until_at, share_id, created_at, changed_at)
SELECT id, city, order_id, employer, agency, account, seats, fee_fen, order_fee_fen, message, status, reason,
    answer_until_at, share_id, created_at, changed_at
FROM counter_offers;
DROP TABLE counter_offers;
ALTER TABLE counter_offers_anew RENAME TO counter_offers;
CREATE UNIQUE INDEX counter_offers_once ON counter_offers (city, order_id, agency)
    WHERE status = 'standing';
CREATE INDEX counter_offers_of_order ON counter_offers (order_id, id);
CREATE INDEX counter_offers_of_agency ON counter_offers (agency, id);
CREATE INDEX counter_offers_of_employer ON counter_offers (employer, id);
CREATE INDEX counter_offers_due ON counter_offers (answer_until_at) WHERE status = 'standing';
