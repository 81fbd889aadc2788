-- An agency's proposal for an open order: so many seats at another fee, with a sentence. One stands
-- per agency and order.
CREATE TABLE counter_offers (
    id BIGINT PRIMARY KEY,
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
    CHECK ((status = 'accepted') = (share_id IS NOT NULL))
);
CREATE UNIQUE INDEX counter_offers_once ON counter_offers (city, order_id, agency)
    WHERE status = 'standing';
CREATE INDEX counter_offers_of_order ON counter_offers (order_id, id);
CREATE INDEX counter_offers_of_agency ON counter_offers (agency, id);
CREATE INDEX counter_offers_of_employer ON counter_offers (employer, id);
CREATE INDEX counter_offers_due ON counter_offers (answer_until_at) WHERE status = 'standing';
