-- columns: orders
id, version, city, employer, kind, title, description, occupation, headcount, remaining, place, address,
starts_on, ends_on, shift, hours_per_day_tenths, skills, education, certificates, pay_unit, pay_min_fen,
pay_max_fen, service_fee_fen, lot_min, lot_max, cap_per_agency, hold_hours, mode, apply_hours, leftover,
open_to_all, tiers, team_size, source, opens_at, closes_at, status, status_reason, created_by, created_at,
published_at, changed_at

-- A new draft.
-- name: insert_order
INSERT INTO orders ({orders})
VALUES (:id, :version, :city, :employer, :kind, :title, :description, :occupation, :headcount,
    :remaining, :place, :address, :starts_on, :ends_on, :shift, :hours_per_day_tenths, :skills,
    :education, :certificates, :pay_unit, :pay_min_fen, :pay_max_fen, :service_fee_fen, :lot_min,
    :lot_max, :cap_per_agency, :hold_hours, :mode, :apply_hours,
    :leftover, :open_to_all, :tiers, :team_size, :source, :opens_at, :closes_at, :status,
    :status_reason, :created_by, :created_at, :published_at, :changed_at)

-- Everything of one order.
-- name: find_order
SELECT {orders} FROM orders WHERE id = :order

-- name: find_mode
SELECT id, city, mode FROM orders WHERE id = :order

-- Replaces what may change while an order is a draft, and its status and window at publication.
-- name: update_order
UPDATE orders SET version = :version, city = :city, kind = :kind, title = :title,
    description = :description, occupation = :occupation, headcount = :headcount,
    remaining = :remaining, place = :place, address = :address, starts_on = :starts_on,
    ends_on = :ends_on, shift = :shift, hours_per_day_tenths = :hours_per_day_tenths,
    skills = :skills, education = :education, certificates = :certificates, pay_unit = :pay_unit,
    pay_min_fen = :pay_min_fen, pay_max_fen = :pay_max_fen, service_fee_fen = :service_fee_fen,
    lot_min = :lot_min, lot_max = :lot_max, cap_per_agency = :cap_per_agency,
    hold_hours = :hold_hours, mode = :mode, apply_hours = :apply_hours,
    leftover = :leftover, tiers = :tiers, team_size = :team_size, source = :source, opens_at = :opens_at,
    closes_at = :closes_at, status = :status, status_reason = :status_reason,
    published_at = :published_at, changed_at = :changed_at
WHERE id = :id

-- A new version of a published order's terms, if it is still as its author's change was judged.
-- name: revise_order
UPDATE orders SET version = :version, headcount = :headcount, remaining = :remaining,
    description = :description, address = :address, starts_on = :starts_on, ends_on = :ends_on,
    shift = :shift, hours_per_day_tenths = :hours_per_day_tenths, skills = :skills,
    education = :education, certificates = :certificates, pay_min_fen = :pay_min_fen,
    pay_max_fen = :pay_max_fen, service_fee_fen = :service_fee_fen, lot_min = :lot_min,
    lot_max = :lot_max, cap_per_agency = :cap_per_agency, hold_hours = :hold_hours,
    closes_at = :closes_at, status = :status, changed_at = :changed_at
WHERE id = :id AND version = :before AND status = :from AND remaining = :seen

-- Keeps the terms of a version; the first one is there already when the order changes again.
-- name: keep_version
INSERT INTO order_versions (city, order_id, version, terms, differs, made_at, made_by)
VALUES (:city, :order_id, :version, :terms, :differs, :made_at, :made_by)
ON CONFLICT (city, order_id, version) DO NOTHING

-- name: find_version
SELECT city, order_id, version, terms, differs, made_at, made_by
FROM order_versions WHERE city = :city AND order_id = :order AND version = :version

-- name: versions_of_order
SELECT city, order_id, version, terms, differs, made_at, made_by
FROM order_versions WHERE city = :city AND order_id = :order ORDER BY version

-- Moves an order from one status to another, if nobody was faster.
-- name: move_order
UPDATE orders SET status = :to, status_reason = :reason, changed_at = :now
WHERE id = :order AND status = :from

-- The order's mode is over: what is left is first come, first served.
-- name: open_to_all
UPDATE orders SET open_to_all = 1, changed_at = :now WHERE id = :order AND open_to_all = 0

-- Takes some seats of an open order inside its window, under the terms that were read; no row
-- changes when there are not more than that. The status is not touched: three indexes stay as they are.
-- IS TRUE: no database without statistics shall look for the row among all that are open.
-- name: take_some_seats
UPDATE orders SET remaining = remaining - :seats, changed_at = :now
WHERE id = :order AND city = :city AND version = :version AND (status = 'open') IS TRUE AND remaining > :seats
    AND opens_at <= :now AND closes_at > :now

-- Takes the last seats of an open order inside its window; no row changes when they are not the last.
-- name: take_last_seats
UPDATE orders SET remaining = 0, status = 'filled', changed_at = :now
WHERE id = :order AND city = :city AND version = :version AND (status = 'open') IS TRUE AND remaining = :seats
    AND opens_at <= :now AND closes_at > :now

-- Gives seats back; the status is decided by the rules and set along.
-- name: return_seats
UPDATE orders SET remaining = remaining + :seats, status = :status, changed_at = :now
WHERE id = :order AND city = :city

-- name: delete_findings
DELETE FROM order_findings WHERE order_id = :order

-- name: insert_finding
INSERT INTO order_findings (city, order_id, position, code, severity, message, basis, path)
VALUES (:city, :order, :position, :code, :severity, :message, :basis, :path)

-- name: list_findings
SELECT code, severity, message, basis, path FROM order_findings WHERE order_id = :order
ORDER BY position

-- Orders that a reader may see, newest first. Drafts and orders in review are shown to their
-- employer and to officials of the place only.
-- name: list_orders
SELECT {orders} FROM orders
WHERE (:cursor IS NULL OR id < :cursor)
    AND (:status IS NULL OR status = :status)
    AND (:kind IS NULL OR kind = :kind)
    AND (:employer IS NULL OR employer = :employer)
    AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
    AND (:occupation IS NULL OR occupation = :occupation
         OR (occupation >= :occupation_from AND occupation < :occupation_to))
    AND (:starts_from_on IS NULL OR starts_on >= :starts_from_on)
    AND (:pattern IS NULL OR title LIKE :pattern OR description LIKE :pattern
         OR address LIKE :pattern)
    AND (status NOT IN ('draft', 'review') OR employer = :own
         OR (:official_from IS NOT NULL AND status = 'review' AND place >= :official_from
             AND place <= :official_to))
ORDER BY id DESC LIMIT :limit

-- Orders whose validity has ended.
-- name: due_validity
SELECT id AS "order" FROM orders
WHERE closes_at <= :now AND status IN ('open', 'filled', 'review') ORDER BY closes_at LIMIT 100

-- Filled orders whose first day of work has come.
-- name: due_start
SELECT id AS "order" FROM orders WHERE starts_on <= :today AND status = 'filled'
ORDER BY starts_on LIMIT 100

-- Every order that is in the market or running, for the matching index.
-- name: each_open_order
SELECT {orders} FROM orders WHERE status IN ('open', 'filled', 'running')

-- An employer's latest word of its staff.
-- name: put_staff
INSERT INTO staff_numbers (organisation, city, contract_staff, dispatched_staff, as_of_on, reported_at)
VALUES (:organisation, :city, :contract_staff, :dispatched_staff, :as_of_on, :reported_at)
ON CONFLICT (organisation, city) DO UPDATE SET contract_staff = excluded.contract_staff,
    dispatched_staff = excluded.dispatched_staff, as_of_on = excluded.as_of_on, reported_at = excluded.reported_at

-- name: find_staff
SELECT organisation, city, contract_staff, dispatched_staff, as_of_on, reported_at
FROM staff_numbers WHERE organisation = :organisation

-- Seats of an employer's dispatch orders but one: what may be grabbed is counted whole, of what is at work what was taken.
-- name: dispatch_seats
SELECT CAST(COALESCE(SUM(CASE WHEN status = 'running' THEN headcount - remaining ELSE headcount END), 0) AS BIGINT) AS seats
FROM orders WHERE employer = :employer AND kind = 'dispatch' AND (:but IS NULL OR id <> :but)
    AND status IN ('open', 'filled', 'running', 'suspended')
