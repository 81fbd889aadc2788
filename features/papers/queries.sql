-- The recorded public address.
-- name: address
SELECT address FROM certificate_address WHERE id = 1

-- name: set_address
INSERT INTO certificate_address (id, address, changed_at) VALUES (1, :address, :at)
ON CONFLICT (id) DO UPDATE SET address = excluded.address, changed_at = excluded.changed_at
