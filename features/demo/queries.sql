-- What the demo counts when it is done, and whether there is anybody before it begins.
-- name: somebody
SELECT 1 AS one FROM accounts UNION ALL SELECT 1 AS one FROM organisations LIMIT 1

-- name: organisations_by_status
SELECT status AS name, COUNT(*) AS number FROM organisations GROUP BY status

-- name: orders_by_status
SELECT status AS name, COUNT(*) AS number FROM orders GROUP BY status

-- name: shares_by_status
SELECT status AS name, COUNT(*) AS number FROM shares GROUP BY status

-- name: seats_by_status
SELECT status AS name, COUNT(*) AS number FROM seats GROUP BY status

-- name: timesheets_by_status
SELECT status AS name, COUNT(*) AS number FROM timesheets GROUP BY status

-- name: statements_by_status
SELECT status AS name, COUNT(*) AS number FROM statements GROUP BY status

-- name: overdue_by_level
SELECT overdue_level AS name, COUNT(*) AS number FROM statements GROUP BY overdue_level

-- name: count_people
SELECT COUNT(*) FROM people

-- name: count_accounts
SELECT COUNT(*) FROM accounts

-- name: count_events
SELECT COUNT(*) FROM events
