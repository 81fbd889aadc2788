-- columns: draws
order_id, city, employer, commitment, secret_box, opens_at, closes_at, due_at, status, secret, position, seed,
seats, lot_min, drawn_at

-- columns: draw_applications
id, city, order_id, employer, agency, account, number, seats, at_least, nonce, status, applied_at, changed_at,
room, refusal, place, given, outcome, share_id

-- name: insert_draw
INSERT INTO draws ({draws})
VALUES (:order_id, :city, :employer, :commitment, :secret_box, :opens_at, :closes_at, :due_at,
    :status, :secret, :position, :seed, :seats, :lot_min, :drawn_at)

-- name: find_draw
SELECT {draws} FROM draws WHERE order_id = :order

-- Sets what the draw brings to light; only once.
-- name: end_draw
UPDATE draws SET status = :status, secret = :secret, position = :position, seed = :seed,
    seats = :seats, lot_min = :lot_min, drawn_at = :drawn_at
WHERE order_id = :order_id AND status = 'open'

-- name: look_later
UPDATE draws SET due_at = :due_at WHERE order_id = :order

-- The draw that is due longest.
-- name: due_draw
SELECT {draws} FROM draws WHERE status = 'open' AND due_at <= :now ORDER BY due_at, order_id LIMIT 1

-- name: insert_application
INSERT INTO draw_applications ({draw_applications})
VALUES (:id, :city, :order_id, :employer, :agency, :account, :number, :seats, :at_least, :nonce,
    :status, :applied_at, :changed_at, :room, :refusal, :place, :given, :outcome, :share_id)

-- name: find_application
SELECT {draw_applications} FROM draw_applications WHERE id = :application

-- The agency's application that was not withdrawn.
-- name: own_application
SELECT {draw_applications}
FROM draw_applications WHERE order_id = :order AND agency = :agency AND status <> 'withdrawn'

-- What was not withdrawn, in order of application.
-- name: applications_of_order
SELECT {draw_applications}
FROM draw_applications WHERE order_id = :order AND status <> 'withdrawn' ORDER BY number

-- name: count_applications
SELECT COUNT(*) FROM draw_applications WHERE order_id = :order AND status <> 'withdrawn'

-- name: last_number
SELECT COALESCE(MAX(number), 0) FROM draw_applications WHERE order_id = :order

-- Moves an application that stands, with what the draw brought it.
-- name: end_application
UPDATE draw_applications SET status = :status, changed_at = :changed_at, room = :room,
    refusal = :refusal, place = :place, given = :given, outcome = :outcome, share_id = :share_id
WHERE id = :id AND status = 'standing'

-- name: list_applications
SELECT {draw_applications} FROM draw_applications
WHERE agency = :agency AND (:order IS NULL OR order_id = :order) AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit
