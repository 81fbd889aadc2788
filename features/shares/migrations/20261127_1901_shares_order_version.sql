-- The version of the order's terms that a share stands under: what its seats are made of. Until now
-- terms never changed after the publication, so that of its order is right for every share there is.
ALTER TABLE shares ADD COLUMN order_version INTEGER NOT NULL DEFAULT 1 CHECK (order_version > 0);
UPDATE shares SET order_version =
    COALESCE((SELECT o.version FROM orders o WHERE o.id = shares.order_id), 1);
