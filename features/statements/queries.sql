-- columns: statements
id, city, place, share_id, order_id, employer, agency, month, part, version, status, wage_fen, fee_fen,
total_fen, due_on, overdue_level, employer_agreed_at, agency_agreed_at, agreed_at, instructed_reference,
instructed_at, paid_reference, paid_on, paid_at, confirmed_at, created_at, changed_at

-- columns: statement_lines
id, city, statement_id, share_id, version, live, kind, seat_id, timesheet_id, person, organisation,
quantity_hundredths, rate_fen, amount_fen, confirmed_at

-- name: insert_statement
INSERT INTO statements ({statements})
VALUES (:id, :city, :place, :share_id, :order_id, :employer, :agency, :month, :part, :version, :status,
    :wage_fen, :fee_fen, :total_fen, :due_on, :overdue_level, :employer_agreed_at,
    :agency_agreed_at, :agreed_at, :instructed_reference, :instructed_at, :paid_reference, :paid_on,
    :paid_at, :confirmed_at, :created_at, :changed_at)

-- name: find_statement
SELECT {statements} FROM statements WHERE id = :statement

-- The statement that takes new lines of a share and month.
-- name: open_statement
SELECT {statements}
FROM statements WHERE share_id = :share AND month = :month AND status IN ('draft', 'agreed')

-- name: next_part
SELECT COALESCE(MAX(part), -1) + 1 FROM statements WHERE share_id = :share AND month = :month

-- Changes nothing when somebody was faster.
-- name: update_statement
UPDATE statements SET version = :version, status = :status, wage_fen = :wage_fen,
    fee_fen = :fee_fen, total_fen = :total_fen, overdue_level = :overdue_level,
    employer_agreed_at = :employer_agreed_at, agency_agreed_at = :agency_agreed_at,
    agreed_at = :agreed_at, instructed_reference = :instructed_reference,
    instructed_at = :instructed_at, paid_reference = :paid_reference, paid_on = :paid_on,
    paid_at = :paid_at, confirmed_at = :confirmed_at, changed_at = :changed_at
WHERE id = :id AND status = :read_status AND version = :read_version AND changed_at = :read_at
    AND overdue_level = :read_level

-- Statements that the caller has to do with, newest first.
-- name: list_statements
SELECT {statements} FROM statements
WHERE (:cursor IS NULL OR id < :cursor)
    AND (:share IS NULL OR share_id = :share)
    AND (:order IS NULL OR order_id = :order)
    AND (:status IS NULL OR status = :status)
    AND (:month IS NULL OR month = :month)
    AND (:organisation IS NULL OR agency = :organisation OR employer = :organisation)
    AND (:person IS NULL OR EXISTS (SELECT 1 FROM statement_lines l WHERE l.person = :person
                                    AND l.statement_id = statements.id AND l.live = 1))
    AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
ORDER BY id DESC LIMIT :limit

-- name: insert_line
INSERT INTO statement_lines ({statement_lines})
VALUES (:id, :city, :statement_id, :share_id, :version, :live, :kind, :seat_id, :timesheet_id, :person,
    :organisation, :quantity_hundredths, :rate_fen, :amount_fen, :confirmed_at)

-- name: update_line
UPDATE statement_lines SET kind = :kind, quantity_hundredths = :quantity_hundredths,
    rate_fen = :rate_fen, amount_fen = :amount_fen
WHERE id = :id

-- name: lines_of
SELECT {statement_lines}
FROM statement_lines WHERE statement_id = :statement AND live = 1 ORDER BY id

-- The live line of a timesheet in a statement.
-- name: line_of_timesheet
SELECT {statement_lines}
FROM statement_lines WHERE timesheet_id = :timesheet AND statement_id = :statement AND live = 1

-- What other statements bill for a timesheet.
-- name: billed_elsewhere
SELECT COALESCE(SUM(amount_fen), 0) FROM statement_lines
WHERE timesheet_id = :timesheet AND live = 1
    AND (:statement IS NULL OR statement_id <> :statement)

-- name: fee_lines_of_seat
SELECT COUNT(*) FROM statement_lines WHERE seat_id = :seat AND kind = 'service_fee' AND live = 1

-- name: retire_lines
UPDATE statement_lines SET live = 0 WHERE statement_id = :statement AND live = 1

-- name: insert_version
INSERT INTO statement_versions (city, statement_id, version, wage_fen, fee_fen, total_fen,
    replaced_at, replaced_by, reason)
VALUES (:city, :statement, :version, :wage_fen, :fee_fen, :total_fen, :at, :by, :reason)

-- name: versions_of
SELECT version, total_fen, replaced_at, reason FROM statement_versions
WHERE statement_id = :statement ORDER BY version

-- Lines of a payee that wait for her word.
-- name: confirm_lines
UPDATE statement_lines SET confirmed_at = :now
WHERE statement_id = :statement AND live = 1 AND confirmed_at IS NULL
    AND (person = :person OR organisation = :organisation)

-- name: unconfirmed_lines
SELECT COUNT(*) FROM statement_lines
WHERE statement_id = :statement AND live = 1 AND confirmed_at IS NULL AND amount_fen <> 0

-- name: payee_lines
SELECT COUNT(*) FROM statement_lines
WHERE statement_id = :statement AND live = 1 AND (person = :person OR organisation = :organisation)

-- What each worker gets.
-- name: wages_of
SELECT person, SUM(amount_fen) AS amount_fen FROM statement_lines
WHERE statement_id = :statement AND live = 1 AND person IS NOT NULL GROUP BY person ORDER BY person

-- Unpaid statements that have reached the next level of lateness.
-- name: due_warnings
SELECT {statements} FROM statements
WHERE status IN ('draft', 'agreed', 'instructed') AND wage_fen > 0
    AND ((overdue_level = 'none' AND due_on <= :yellow)
         OR (overdue_level = 'yellow' AND due_on <= :orange)
         OR (overdue_level = 'orange' AND due_on <= :red))
ORDER BY due_on, id LIMIT 100

-- Shares whose work is over and paid: no live seat, no timesheet on its way, every statement
-- confirmed, and of every seat that was worked either the last month is recorded or enough time has
-- gone by.
-- name: due_settlements
SELECT s.id AS share FROM shares s
WHERE s.status = 'delivering'
    AND EXISTS (SELECT 1 FROM statements t WHERE t.share_id = s.id)
    AND NOT EXISTS (SELECT 1 FROM statements t WHERE t.share_id = s.id AND t.status <> 'confirmed')
    AND NOT EXISTS (SELECT 1 FROM seats p WHERE p.share_id = s.id
                    AND p.status IN ('offered', 'accepted', 'on_site'))
    AND NOT EXISTS (SELECT 1 FROM timesheets h WHERE h.share_id = s.id
                    AND h.status NOT IN ('approved', 'decided'))
    AND NOT EXISTS (SELECT 1 FROM seats p WHERE p.share_id = s.id AND p.started_on IS NOT NULL
                    AND p.ended_on > :latest
                    AND NOT EXISTS (SELECT 1 FROM timesheets h WHERE h.seat_id = p.id
                                    AND substr(h.to_on, 1, 7) = substr(p.ended_on, 1, 7)))
ORDER BY s.id LIMIT 100

-- Running orders of which every share has ended and one at least was settled.
-- name: due_closings
SELECT o.id AS order_id FROM orders o
WHERE o.status = 'running'
    AND EXISTS (SELECT 1 FROM shares s WHERE s.order_id = o.id AND s.status = 'settled')
    AND NOT EXISTS (SELECT 1 FROM shares s WHERE s.order_id = o.id
                    AND s.status IN ('held', 'staffing', 'delivering'))
ORDER BY o.id LIMIT 100

-- Statements on which the employer has to act next; drafts once their month is over.
-- name: waiting_for_employer
SELECT id, order_id, month, status, due_on, changed_at FROM statements
WHERE employer = :employer AND total_fen > 0 AND (status IN ('agreed', 'instructed')
    OR (status = 'draft' AND employer_agreed_at IS NULL AND month < :month))
ORDER BY due_on, id LIMIT :limit

-- Statements that the agency has to agree to, or whose fee it has not confirmed.
-- name: waiting_for_agency
SELECT id, order_id, month, status, due_on, changed_at FROM statements s
WHERE agency = :agency AND total_fen > 0
    AND ((status = 'draft' AND agency_agreed_at IS NULL AND month < :month)
        OR (status = 'paid' AND EXISTS (SELECT 1 FROM statement_lines l
            WHERE l.statement_id = s.id AND l.live = 1 AND l.organisation = :agency
                AND l.confirmed_at IS NULL)))
ORDER BY due_on, id LIMIT :limit

-- Paid statements whose wage the worker has not confirmed.
-- name: waiting_for_payee
SELECT id, order_id, month, status, due_on, changed_at FROM statements
WHERE status = 'paid' AND id IN (SELECT l.statement_id FROM statement_lines l WHERE l.person = :person
    AND l.live = 1 AND l.confirmed_at IS NULL)
ORDER BY due_on, id LIMIT :limit

-- Unpaid wages past their due day, summed by order, agency or employer; the worst and oldest first. Of the slowest statement
-- (the oldest of those): what it waits for (`step`: 0 agreement, 1 instruction, 2 payment) and for whom (`owner`; `side` 1:
-- the agency, which alone has not agreed). `owners`: how many different ones something is waited for from.
-- name: overdue_sums
WITH late AS (
    SELECT id, CASE :by WHEN 'order' THEN order_id WHEN 'agency' THEN agency ELSE employer END AS subject,
        wage_fen, due_on, CASE overdue_level WHEN 'red' THEN 3 WHEN 'orange' THEN 2 ELSE 1 END AS level,
        CASE status WHEN 'draft' THEN 0 WHEN 'agreed' THEN 1 ELSE 2 END AS step,
        CASE WHEN status = 'draft' AND employer_agreed_at IS NOT NULL THEN 1 ELSE 0 END AS side,
        CASE WHEN status = 'draft' AND employer_agreed_at IS NOT NULL THEN agency ELSE employer END AS owner
    FROM statements
    WHERE status IN ('draft', 'agreed', 'instructed') AND overdue_level <> 'none'
        AND (:organisation IS NULL OR agency = :organisation OR employer = :organisation)
        AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
), sums AS (
    SELECT subject, COUNT(*) AS statements, SUM(wage_fen) AS wage_fen, MIN(due_on) AS oldest_due_on,
        MAX(level) AS level, COUNT(DISTINCT owner) AS owners
    FROM late GROUP BY subject
), slowest AS (
    SELECT subject, id AS statement, step, side, owner,
        ROW_NUMBER() OVER (PARTITION BY subject ORDER BY step, due_on, id) AS turn
    FROM late
)
SELECT sums.subject, statements, wage_fen, oldest_due_on, level, step, statement, side, owner, owners
FROM sums JOIN slowest ON slowest.subject = sums.subject AND slowest.turn = 1
ORDER BY level DESC, oldest_due_on, sums.subject LIMIT :limit

-- All statements with a wage of this person.
-- name: statements_of_person
SELECT {statements} FROM statements
WHERE id IN (SELECT statement_id FROM statement_lines WHERE person = :person AND live = 1)
ORDER BY id

-- What she gets of one.
-- name: wage_of_person
SELECT CAST(SUM(amount_fen) AS BIGINT) FROM statement_lines
WHERE statement_id = :statement AND person = :person AND live = 1
