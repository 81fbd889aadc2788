-- The service fee of a seat where bids decided it; NULL: the order's.
ALTER TABLE shares ADD COLUMN service_fee_fen BIGINT CHECK (service_fee_fen >= 0);
