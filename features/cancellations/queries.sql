-- name: find_terms
SELECT city, order_id, set_number, frozen, frozen_at FROM order_cancellation_terms
WHERE city = :city AND order_id = :order

-- Chosen while the order is a draft, or frozen at its publication.
-- name: put_terms
INSERT INTO order_cancellation_terms (city, order_id, set_number, frozen, frozen_at)
VALUES (:city, :order_id, :set_number, :frozen, :frozen_at)
ON CONFLICT (city, order_id) DO UPDATE SET set_number = excluded.set_number,
    frozen = excluded.frozen, frozen_at = excluded.frozen_at

-- name: insert_claim
INSERT INTO cancellation_claims (id, city, order_id, share_id, debtor, creditor, canceller,
    share_state, notice_hours, seats, set_number, lines, amount_fen, status, reference, reason,
    created_at, changed_at)
VALUES (:id, :city, :order_id, :share_id, :debtor, :creditor, :canceller, :share_state,
    :notice_hours, :seats, :set_number, :lines, :amount_fen, :status, :reference, :reason,
    :created_at, :changed_at)

-- name: find_claim
SELECT id, city, order_id, share_id, debtor, creditor, canceller, share_state, notice_hours, seats,
    set_number, lines, amount_fen, status, reference, reason, created_at, changed_at
FROM cancellation_claims WHERE id = :claim

-- Claims that an organisation owes or is owed, or of a place; newest first.
-- name: list_claims
SELECT id, city, order_id, share_id, debtor, creditor, canceller, share_state, notice_hours, seats,
    set_number, lines, amount_fen, status, reference, reason, created_at, changed_at
FROM cancellation_claims
WHERE (:cursor IS NULL OR id < :cursor)
    AND (:order IS NULL OR order_id = :order)
    AND (:status IS NULL OR status = :status)
    AND (:own IS NULL OR debtor = :own OR creditor = :own)
    AND (:city_from IS NULL OR (city >= :city_from AND city <= :city_to))
ORDER BY id DESC LIMIT :limit

-- Moves a claim, if nobody was faster.
-- name: move_claim
UPDATE cancellation_claims SET status = :status, reference = :reference, reason = :reason,
    changed_at = :changed_at
WHERE id = :id AND status = :from

-- What waits for a debtor.
-- name: owed_by
SELECT id, city, order_id, share_id, debtor, creditor, canceller, share_state, notice_hours, seats,
    set_number, lines, amount_fen, status, reference, reason, created_at, changed_at
FROM cancellation_claims WHERE debtor = :organisation AND status = 'due' ORDER BY id LIMIT :limit

-- What waits for a creditor.
-- name: owed_to
SELECT id, city, order_id, share_id, debtor, creditor, canceller, share_state, notice_hours, seats,
    set_number, lines, amount_fen, status, reference, reason, created_at, changed_at
FROM cancellation_claims WHERE creditor = :organisation AND status IN ('paid', 'disputed')
ORDER BY id LIMIT :limit
