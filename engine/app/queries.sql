-- The stored outcome of a key.
-- name: find_outcome
SELECT digest, status, reply FROM command_outcomes WHERE account = :account AND idempotency_key = :key

-- The keys of all stored outcomes.
-- name: kept_keys
SELECT account, idempotency_key FROM command_outcomes

-- Keeps an outcome in the command's own transaction.
-- name: insert_outcome
INSERT INTO command_outcomes (account, idempotency_key, digest, status, reply, at)
VALUES (:account, :key, :digest, :status, :reply, :at)

-- Outcomes that no client retries any more.
-- name: delete_old_outcomes
DELETE FROM command_outcomes WHERE at < :before

-- The process that runs the clocks, when it is another and its lease still holds.
-- name: lease_of_another
SELECT holder FROM clock_lease WHERE only_row = 1 AND holder <> :holder AND until_at > :now

-- Takes or renews the lease; no row when another has it.
-- name: take_lease
INSERT INTO clock_lease (only_row, holder, until_at) VALUES (1, :holder, :until)
ON CONFLICT (only_row) DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at
    WHERE clock_lease.holder = excluded.holder OR clock_lease.until_at <= :now

-- The answers that an account was given, when its holder is forgotten.
-- name: forget_outcomes
DELETE FROM command_outcomes WHERE account = :account
