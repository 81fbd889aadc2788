-- The service fee of a seat agreed for this share; NULL: the order's.
ALTER TABLE shares ADD COLUMN service_fee_fen BIGINT CHECK (service_fee_fen >= 0);
