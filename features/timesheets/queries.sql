-- columns: timesheets
id, city, place, seat_id, share_id, order_id, employer, agency, person, from_on, to_on, unit, rate_fen,
quantity_hundredths, pay_fen, status, disputed_from, created_at, changed_at

-- name: insert_timesheet
INSERT INTO timesheets ({timesheets})
VALUES (:id, :city, :place, :seat_id, :share_id, :order_id, :employer, :agency, :person, :from_on,
    :to_on, :unit, :rate_fen, :quantity_hundredths, :pay_fen, :status, :disputed_from, :created_at,
    :changed_at)

-- name: find_timesheet
SELECT {timesheets} FROM timesheets WHERE id = :timesheet

-- Changes nothing when somebody was faster.
-- name: update_timesheet
UPDATE timesheets SET from_on = :from_on, to_on = :to_on,
    quantity_hundredths = :quantity_hundredths, pay_fen = :pay_fen, status = :status,
    disputed_from = :disputed_from, changed_at = :changed_at
WHERE id = :id AND status = :before AND changed_at = :read_at

-- Timesheets that the caller has to do with, newest first.
-- name: list_timesheets
SELECT {timesheets} FROM timesheets
WHERE (:cursor IS NULL OR id < :cursor)
    AND (:seat IS NULL OR seat_id = :seat)
    AND (:share IS NULL OR share_id = :share)
    AND (:order IS NULL OR order_id = :order)
    AND (:status IS NULL OR status = :status)
    AND (:organisation IS NULL OR agency = :organisation OR employer = :organisation)
    AND (:person IS NULL OR person = :person)
    AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
ORDER BY id DESC LIMIT :limit

-- What the other timesheets of a seat say of a month.
-- name: other_quantity
SELECT COALESCE(SUM(quantity_hundredths), 0) FROM timesheets
WHERE seat_id = :seat AND id <> :timesheet AND substr(from_on, 1, 7) = :month

-- Takes a day for a timesheet; no row changes when another timesheet has it.
-- name: take_day
INSERT INTO timesheet_days (city, seat_id, day, timesheet_id)
VALUES (:city, :seat, :day, :timesheet)
ON CONFLICT (city, seat_id, day) DO NOTHING

-- name: free_days
DELETE FROM timesheet_days WHERE timesheet_id = :timesheet

-- name: next_step
SELECT COALESCE(MAX(number), 0) + 1 FROM timesheet_steps WHERE timesheet_id = :timesheet

-- name: add_step
INSERT INTO timesheet_steps (city, timesheet_id, number, at, step, role, account,
    quantity_hundredths, reason)
VALUES (:city, :timesheet, :number, :at, :step, :role, :account, :quantity, :reason)

-- name: steps_of
SELECT at, step, role, quantity_hundredths, reason FROM timesheet_steps
WHERE timesheet_id = :timesheet ORDER BY number

-- Timesheets that wait for an employer's approval or for a decision, by order.
-- name: waiting_timesheets
SELECT order_id, COUNT(*) AS sheets, MIN(changed_at) AS since_at FROM timesheets
WHERE status = :status AND (:employer IS NULL OR employer = :employer)
    AND (:agency IS NULL OR agency = :agency)
    AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
GROUP BY order_id ORDER BY MIN(changed_at), order_id LIMIT :limit

-- All timesheets of a person.
-- name: timesheets_of_person
SELECT {timesheets} FROM timesheets WHERE person = :person ORDER BY id

-- Takes out what was written about her work.
-- name: empty_steps
UPDATE timesheet_steps SET reason = ''
WHERE timesheet_id IN (SELECT id FROM timesheets WHERE person = :person)
