-- columns: efficiency_cases
case_id, city, procedure_id, version, state, steps, opened_at, since_at, due_on, closed_at, clocked, late,
notified, objected, burdened, reviewed, review_outcome

-- name: put_case
INSERT INTO efficiency_cases ({efficiency_cases})
VALUES (:case_id, :city, :procedure_id, :version, :state, :steps, :opened_at, :since_at, :due_on,
    :closed_at, :clocked, :late, :notified, :objected, :burdened, :reviewed, :review_outcome)
ON CONFLICT (case_id, city) DO UPDATE SET state = excluded.state, steps = excluded.steps,
    since_at = excluded.since_at, due_on = excluded.due_on, closed_at = excluded.closed_at,
    clocked = excluded.clocked, late = excluded.late, notified = excluded.notified,
    objected = excluded.objected, burdened = excluded.burdened,
    reviewed = excluded.reviewed, review_outcome = excluded.review_outcome

-- name: find_case
SELECT {efficiency_cases} FROM efficiency_cases WHERE case_id = :case AND city = :city

-- name: insert_wait
INSERT INTO efficiency_waits (case_id, city, ordinal, procedure_id, step, waits_for, began_at, ended_at,
    due_on)
VALUES (:case_id, :city, :ordinal, :procedure_id, :step, :waits_for, :began_at, :ended_at, :due_on)

-- Cases closed in a period.
-- name: closed_cases
SELECT {efficiency_cases} FROM efficiency_cases
WHERE closed_at >= :since AND closed_at < :until AND city >= :from AND city <= :to
    AND (:procedure IS NULL OR procedure_id = :procedure)
ORDER BY city, procedure_id, case_id

-- Cases closed in a period that recorded what became of a decision of a procedure.
-- name: reviews
SELECT {efficiency_cases} FROM efficiency_cases
WHERE closed_at >= :since AND closed_at < :until AND city >= :from AND city <= :to
    AND reviewed IS NOT NULL AND (:procedure IS NULL OR reviewed = :procedure)
ORDER BY city, reviewed, case_id

-- Steps taken in a period.
-- name: ended_waits
SELECT case_id, city, ordinal, procedure_id, step, waits_for, began_at, ended_at, due_on
FROM efficiency_waits
WHERE ended_at >= :since AND ended_at < :until AND city >= :from AND city <= :to
    AND (:procedure IS NULL OR procedure_id = :procedure) AND (:step IS NULL OR step = :step)
ORDER BY city, procedure_id, step, case_id, ordinal

-- Nothing is inserted when it was opened before.
-- name: insert_order
INSERT INTO efficiency_orders (order_id, city, opened_at) VALUES (:order, :city, :at)
ON CONFLICT (order_id, city) DO NOTHING

-- name: order_opened_at
SELECT order_id, opened_at FROM efficiency_orders WHERE order_id = :order AND city = :city

-- name: insert_try
INSERT INTO efficiency_tries (city, kind, subject, order_id, agency, home, began_at, ended_at, won)
VALUES (:city, :kind, :subject, :order_id, :agency, :home, :began_at, :ended_at, :won)
ON CONFLICT (city, kind, subject) DO NOTHING

-- name: end_try
UPDATE efficiency_tries SET ended_at = :at, won = :won
WHERE city = :city AND kind = :kind AND subject = :subject AND ended_at IS NULL

-- name: delete_try
DELETE FROM efficiency_tries
WHERE city = :city AND kind = :kind AND subject = :subject AND ended_at IS NULL

-- The race of an agency for an order that was won at that instant.
-- name: delete_race
DELETE FROM efficiency_tries
WHERE city = :city AND kind = 'race' AND order_id = :order AND agency = :agency AND ended_at = :at

-- Tries decided in a period for orders of a place, as far as the reader may see each: those who
-- supervise the order's or the agency's city; for sums: all codes.
-- name: ended_tries
SELECT city, kind, subject, order_id, agency, home, began_at, ended_at, won FROM efficiency_tries
WHERE ended_at >= :since AND ended_at < :until AND city >= :from AND city <= :to
    AND (:kind IS NULL OR kind = :kind)
    AND ((city >= :seen_from AND city <= :seen_to) OR (home >= :seen_from AND home <= :seen_to))
ORDER BY city, kind, subject

-- The first refusal of an agency for an order and a cause counts.
-- name: insert_refusal
INSERT INTO efficiency_refusals (city, order_id, agency, home, began_at, ended_at, why)
VALUES (:city, :order_id, :agency, :home, :began_at, :ended_at, :why)
ON CONFLICT (city, order_id, agency, why) DO NOTHING

-- As `ended_tries`. Who came too late for some seats and got others in the end has not lost.
-- name: refusals
SELECT city, order_id, agency, home, began_at, ended_at, why FROM efficiency_refusals
WHERE ended_at >= :since AND ended_at < :until AND city >= :from AND city <= :to
    AND ((city >= :seen_from AND city <= :seen_to) OR (home >= :seen_from AND home <= :seen_to))
    AND (why = 'gate' OR NOT EXISTS (SELECT 1 FROM efficiency_tries
        WHERE efficiency_tries.order_id = efficiency_refusals.order_id
            AND efficiency_tries.agency = efficiency_refusals.agency
            AND efficiency_tries.city = efficiency_refusals.city AND efficiency_tries.kind = 'race'))
ORDER BY city, order_id, agency, why

-- name: delete_refusals
DELETE FROM efficiency_refusals

-- name: delete_cases
DELETE FROM efficiency_cases

-- name: delete_waits
DELETE FROM efficiency_waits

-- name: delete_orders
DELETE FROM efficiency_orders

-- name: delete_tries
DELETE FROM efficiency_tries
