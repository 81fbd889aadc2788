-- The stored outcome of a key.
-- name: find_outcome
SELECT digest, status, reply FROM command_outcomes WHERE account = :account AND idempotency_key = :key

-- Keeps an outcome in the command's own transaction.
-- name: insert_outcome
INSERT INTO command_outcomes (account, idempotency_key, digest, status, reply, at)
VALUES (:account, :key, :digest, :status, :reply, :at)

-- Outcomes that no client retries any more.
-- name: delete_old_outcomes
DELETE FROM command_outcomes WHERE at < :before
