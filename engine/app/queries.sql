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

-- What a clock could not do, or could not once more.
-- name: keep_clock_failure
INSERT INTO clock_failures (clock, subject_kind, subject, city, code, first_at, last_at, times)
VALUES (:clock, :kind, :subject, :city, :code, :now, :now, 1)
ON CONFLICT (clock, subject_kind, subject, city) DO UPDATE SET code = excluded.code,
    last_at = excluded.last_at, times = clock_failures.times + 1

-- Done at last, or at once.
-- name: forget_clock_failure
DELETE FROM clock_failures
WHERE clock = :clock AND subject_kind = :kind AND subject = :subject AND city = :city

-- name: clock_failed_at
SELECT last_at FROM clock_failures
WHERE clock = :clock AND subject_kind = :kind AND subject = :subject AND city = :city

-- What waits of a clock, longest first.
-- name: clock_failures_of
SELECT subject_kind, subject, city, code, first_at, last_at, times FROM clock_failures
WHERE clock = :clock ORDER BY first_at, subject LIMIT 200
