-- columns: seats
id, city, share_id, order_id, employer, agency, person, person_city, status, starts_on, ends_on, shift,
pay_unit, pay_fen, service_fee_fen, offered_at, expires_at, accepted_at, policy_number, insured_from_on,
insured_to_on, worker_started_at, employer_started_at, started_on, ended_on, contract, contract_digest,
status_reason, changed_at, order_version

-- name: insert_seat
INSERT INTO seats ({seats})
VALUES (:id, :city, :share_id, :order_id, :employer, :agency, :person, :person_city, :status,
    :starts_on, :ends_on, :shift, :pay_unit, :pay_fen, :service_fee_fen, :offered_at, :expires_at,
    :accepted_at, :policy_number, :insured_from_on, :insured_to_on, :worker_started_at,
    :employer_started_at, :started_on, :ended_on, :contract, :contract_digest, :status_reason,
    :changed_at, :order_version)
ON CONFLICT DO NOTHING

-- name: find_seat
SELECT {seats} FROM seats WHERE id = :seat

-- Sets what changes in a seat's life.
-- name: update_seat
UPDATE seats SET status = :status, accepted_at = :accepted_at, policy_number = :policy_number,
    insured_from_on = :insured_from_on, insured_to_on = :insured_to_on,
    worker_started_at = :worker_started_at, employer_started_at = :employer_started_at,
    started_on = :started_on, ended_on = :ended_on, status_reason = :status_reason,
    changed_at = :changed_at
WHERE id = :id

-- name: list_seats
SELECT {seats} FROM seats
WHERE (:cursor IS NULL OR id < :cursor)
    AND (:order IS NULL OR order_id = :order)
    AND (:share IS NULL OR share_id = :share)
    AND (:person IS NULL OR person = :person)
    AND (:status IS NULL OR status = :status)
    AND (:organisation IS NULL OR agency = :organisation OR employer = :organisation)
    AND (:worker IS NULL OR person = :worker)
    AND (:city_from IS NULL OR (city >= :city_from AND city <= :city_to))
ORDER BY id DESC LIMIT :limit

-- name: live_seats_of_share
SELECT {seats} FROM seats WHERE share_id = :share AND status IN ('offered', 'accepted', 'on_site')

-- Reserves one part of one day; no row changes when another seat or a loan has it.
-- name: reserve_part
INSERT INTO person_days (city, person, day, part, seat_id, holder)
VALUES (:city, :person, :day, :part, :id, :holder)
ON CONFLICT (city, person, day, part) DO NOTHING

-- Frees the days of a seat or a loan from a day on.
-- name: free_days
DELETE FROM person_days WHERE seat_id = :id AND holder = :holder AND day >= :from

-- Whether a seat or a loan of the person takes a part of a period.
-- name: count_taken
SELECT COUNT(*) FROM person_days WHERE city = :city AND person = :person AND day >= :from
    AND day <= :to AND part IN (:part_a, :part_b, :part_c)

-- The busy days of a person, for the matching index.
-- name: busy_days
SELECT DISTINCT day FROM person_days WHERE city = :city AND person = :person AND day >= :from
ORDER BY day LIMIT 400

-- The same of everybody, in the order of the calendar's key.
-- name: all_busy_days
SELECT DISTINCT city, person, day FROM person_days WHERE day >= :from ORDER BY city, person, day

-- Whether an organisation has to do with a person through a seat that was accepted.
-- name: holds_seat_with
SELECT COUNT(*) FROM seats WHERE person = :person AND (agency = :organisation OR employer = :organisation)
    AND accepted_at IS NOT NULL

-- Whether an organisation ever had a seat: 1 or no row.
-- name: ever_had_seats
SELECT 1 FROM seats WHERE agency = :organisation OR employer = :organisation LIMIT 1

-- Which of several people hold one. By their index: an organisation may have any number of seats.
-- name: holders_among
SELECT DISTINCT person FROM seats WHERE (+agency = :organisation OR +employer = :organisation)
    AND accepted_at IS NOT NULL AND person IN (
    :id_00, :id_01, :id_02, :id_03, :id_04, :id_05, :id_06, :id_07, :id_08, :id_09,
    :id_10, :id_11, :id_12, :id_13, :id_14, :id_15, :id_16, :id_17, :id_18, :id_19,
    :id_20, :id_21, :id_22, :id_23, :id_24, :id_25, :id_26, :id_27, :id_28, :id_29,
    :id_30, :id_31, :id_32, :id_33, :id_34, :id_35, :id_36, :id_37, :id_38, :id_39,
    :id_40, :id_41, :id_42, :id_43, :id_44, :id_45, :id_46, :id_47, :id_48, :id_49)

-- How many seats of an order stand where.
-- name: count_by_status
SELECT status, COUNT(*) AS seats FROM seats WHERE order_id = :order GROUP BY status

-- name: due_offers
SELECT id AS seat FROM seats WHERE status = 'offered' AND expires_at <= :now
ORDER BY expires_at LIMIT 100

-- Seats on site whose last day is over.
-- name: due_ends
SELECT id AS seat FROM seats WHERE status = 'on_site' AND ends_on < :today ORDER BY ends_on LIMIT 100

-- Accepted seats whose worker has not come for longer than the rules allow. One who has typed the
-- site's code was there: that the employer has not confirmed is no fault of the worker.
-- name: due_no_shows
SELECT id AS seat FROM seats WHERE status = 'accepted' AND starts_on < :latest
    AND worker_started_at IS NULL
ORDER BY starts_on LIMIT 100

-- Live shares whose work should have begun and for which nobody ever came. A seat that somebody took
-- under other terms than the order's present ones begins on its own day.
-- name: due_defaults
SELECT s.id AS share FROM shares s JOIN orders o ON o.id = s.order_id
WHERE s.status = 'staffing' AND o.starts_on < :latest
    AND NOT EXISTS (SELECT 1 FROM seats t WHERE t.share_id = s.id
                    AND (t.status IN ('on_site', 'done', 'ended_early')
                         OR (t.status = 'accepted' AND t.starts_on >= :latest)))
ORDER BY s.id LIMIT 100

-- Offers that a worker has not answered, and seats whose first day has come without her check-in.
-- name: waiting_for_worker
SELECT id, order_id, person, status, starts_on, offered_at, expires_at, changed_at FROM seats
WHERE person = :person AND (status = 'offered' OR (status = 'accepted'
    AND worker_started_at IS NULL AND starts_on <= :today))
ORDER BY starts_on, id LIMIT :limit

-- Accepted seats without insurance.
-- name: waiting_for_insurance
SELECT id, order_id, person, status, starts_on, offered_at, expires_at, changed_at FROM seats
WHERE agency = :agency AND status = 'accepted' AND policy_number IS NULL
ORDER BY starts_on, id LIMIT :limit

-- Seats whose worker has checked in and whose employer has not confirmed it.
-- name: waiting_for_employer
SELECT id, order_id, person, status, starts_on, offered_at, expires_at, changed_at FROM seats
WHERE employer = :employer AND status = 'accepted' AND worker_started_at IS NOT NULL
    AND employer_started_at IS NULL
ORDER BY starts_on, id LIMIT :limit

-- The orders of which a person was ever offered a seat, whatever became of it.
-- name: orders_of_person
SELECT DISTINCT order_id FROM seats WHERE person = :person

-- All seats that a person was ever offered.
-- name: seats_of_person
SELECT {seats} FROM seats WHERE person = :person ORDER BY id

-- Takes out what names her or was written about her; the sums of the others stay.
-- name: empty_seats
UPDATE seats SET contract = '', status_reason = '',
    policy_number = CASE WHEN policy_number IS NULL THEN NULL ELSE '' END
WHERE person = :person

-- Her calendar.
-- name: forget_days
DELETE FROM person_days WHERE person = :person

-- Wrong codes that an account typed for a seat.
-- name: code_tries
SELECT failed_at, locked_until_at FROM seat_code_tries
WHERE city = :city AND seat_id = :seat AND account = :account

-- name: put_code_tries
INSERT INTO seat_code_tries (city, seat_id, account, failed_at, locked_until_at)
VALUES (:city, :seat, :account, :failed_at, :locked_until_at)
ON CONFLICT (city, seat_id, account) DO UPDATE SET failed_at = excluded.failed_at,
    locked_until_at = excluded.locked_until_at

-- name: delete_code_tries
DELETE FROM seat_code_tries WHERE city = :city AND seat_id = :seat
