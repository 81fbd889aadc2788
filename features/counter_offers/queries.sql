-- columns: counter_offers
id, city, order_id, employer, agency, account, seats, fee_fen, order_fee_fen, message, status, reason,
answer_until_at, share_id, created_at, changed_at

-- name: insert_counter_offer
INSERT INTO counter_offers ({counter_offers})
VALUES (:id, :city, :order_id, :employer, :agency, :account, :seats, :fee_fen, :order_fee_fen,
    :message, :status, :reason, :answer_until_at, :share_id, :created_at, :changed_at)

-- name: find_counter_offer
SELECT {counter_offers} FROM counter_offers WHERE id = :counter_offer

-- name: standing_of_agency
SELECT {counter_offers}
FROM counter_offers WHERE order_id = :order AND agency = :agency AND status = 'standing'

-- All of an order, or of it those of one agency; newest first.
-- name: counter_offers_of_order
SELECT {counter_offers}
FROM counter_offers WHERE order_id = :order AND (:agency IS NULL OR agency = :agency)
ORDER BY id DESC LIMIT 200

-- name: standing_of_order
SELECT {counter_offers}
FROM counter_offers WHERE order_id = :order AND status = 'standing' ORDER BY id

-- Answers or ends a counter-offer, once.
-- name: end_counter_offer
UPDATE counter_offers SET status = :status, reason = :reason, share_id = :share_id,
    changed_at = :changed_at
WHERE id = :id AND status = 'standing'

-- name: due_counter_offers
SELECT {counter_offers} FROM counter_offers WHERE status = 'standing' AND answer_until_at <= :now
ORDER BY answer_until_at LIMIT 100

-- name: made_by
SELECT {counter_offers} FROM counter_offers
WHERE agency = :organisation AND (:status IS NULL OR status = :status)
    AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit

-- name: received_by
SELECT {counter_offers} FROM counter_offers
WHERE employer = :organisation AND (:status IS NULL OR status = :status)
    AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit

-- What waits for an employer's answer, the most urgent first.
-- name: asked_of_employer
SELECT {counter_offers} FROM counter_offers WHERE employer = :employer AND status = 'standing'
ORDER BY answer_until_at LIMIT :limit
