-- The version of the order's terms that a seat was offered under: what its worker was shown.
ALTER TABLE seats ADD COLUMN order_version INTEGER NOT NULL DEFAULT 1 CHECK (order_version > 0);
UPDATE seats SET order_version =
    COALESCE((SELECT o.version FROM orders o WHERE o.id = seats.order_id), 1);
