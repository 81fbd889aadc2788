-- columns: quotes
order_id, city, employer, ceiling_fen, opens_at, closes_at, due_at, status, position, seed, seats, lot_min,
opened_at

-- columns: quote_bids
id, city, order_id, employer, agency, account, number, commitment, box, status, bid_at, changed_at, fee_fen,
seats, at_least, nonce, room, refusal, lot, place, given, outcome, share_id

-- name: insert_quote
INSERT INTO quotes ({quotes})
VALUES (:order_id, :city, :employer, :ceiling_fen, :opens_at, :closes_at, :due_at, :status,
    :position, :seed, :seats, :lot_min, :opened_at)

-- name: find_quote
SELECT {quotes} FROM quotes WHERE order_id = :order

-- Sets what the opening brings to light; only once.
-- name: end_quote
UPDATE quotes SET status = :status, position = :position, seed = :seed, seats = :seats,
    lot_min = :lot_min, opened_at = :opened_at
WHERE order_id = :order_id AND status = 'sealed'

-- name: look_later
UPDATE quotes SET due_at = :due_at WHERE order_id = :order

-- What is due longest.
-- name: due_quote
SELECT {quotes}
FROM quotes WHERE status = 'sealed' AND due_at <= :now ORDER BY due_at, order_id LIMIT 1

-- name: insert_bid
INSERT INTO quote_bids ({quote_bids})
VALUES (:id, :city, :order_id, :employer, :agency, :account, :number, :commitment, :box, :status,
    :bid_at, :changed_at, :fee_fen, :seats, :at_least, :nonce, :room, :refusal, :lot, :place, :given,
    :outcome, :share_id)

-- name: find_bid
SELECT {quote_bids} FROM quote_bids WHERE id = :bid

-- The agency's bid that was not withdrawn.
-- name: own_bid
SELECT {quote_bids}
FROM quote_bids WHERE order_id = :order AND agency = :agency AND status <> 'withdrawn'

-- What was not withdrawn, in order of bidding.
-- name: bids_of_order
SELECT {quote_bids}
FROM quote_bids WHERE order_id = :order AND status <> 'withdrawn' ORDER BY number

-- name: last_number
SELECT COALESCE(MAX(number), 0) FROM quote_bids WHERE order_id = :order

-- Moves a bid that stands, with what the opening brought.
-- name: end_bid
UPDATE quote_bids SET status = :status, box = :box, changed_at = :changed_at, fee_fen = :fee_fen,
    seats = :seats, at_least = :at_least, nonce = :nonce, room = :room, refusal = :refusal,
    lot = :lot, place = :place, given = :given, outcome = :outcome, share_id = :share_id
WHERE id = :id AND status = 'standing'

-- name: list_bids
SELECT {quote_bids} FROM quote_bids
WHERE agency = :agency AND (:order IS NULL OR order_id = :order) AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit
