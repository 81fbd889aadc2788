-- The recorded public address. It is written by the feature certificates, whose status lists stand below it.
-- name: address
SELECT address FROM certificate_address WHERE id = 1
