-- columns: standbys
id, city, order_id, employer, agency, account, number, seats, at_least, status, given, share_id,
passed_reason, passed_at, created_at, changed_at

-- name: insert_standby
INSERT INTO standbys ({standbys})
VALUES (:id, :city, :order_id, :employer, :agency, :account, :number, :seats, :at_least, :status,
    :given, :share_id, :passed_reason, :passed_at, :created_at, :changed_at)

-- name: find_standby
SELECT {standbys} FROM standbys WHERE id = :standby

-- Those of an order that wait, longest first.
-- name: waiting_standbys
SELECT {standbys} FROM standbys WHERE order_id = :order AND status = 'waiting' ORDER BY number

-- All of an order, or of it those of one agency; newest first.
-- name: standbys_of_order
SELECT {standbys} FROM standbys WHERE order_id = :order AND (:agency IS NULL OR agency = :agency)
ORDER BY number DESC LIMIT 200

-- name: count_waiting
SELECT COUNT(*) FROM standbys WHERE order_id = :order AND status = 'waiting'
    AND (:before IS NULL OR number < :before)

-- name: last_number
SELECT COALESCE(MAX(number), 0) FROM standbys WHERE order_id = :order

-- Sets what changes while it waits; no row changes when it waits no more.
-- name: update_standby
UPDATE standbys SET status = :status, given = :given, share_id = :share_id,
    passed_reason = :passed_reason, passed_at = :passed_at, changed_at = :changed_at
WHERE id = :id AND status = 'waiting'

-- Of an agency: those that were called and could not take, the newest first.
-- name: passed_of_agency
SELECT {standbys}
FROM standbys WHERE agency = :agency AND status = 'waiting' AND passed_at IS NOT NULL
ORDER BY id DESC LIMIT :limit
