-- columns: nominations
id, city, order_id, employer, agency, status, reason, answer_until_at, share_id, created_at, created_by,
changed_at

-- name: insert_nomination
INSERT INTO nominations ({nominations})
VALUES (:id, :city, :order_id, :employer, :agency, :status, :reason, :answer_until_at, :share_id,
    :created_at, :created_by, :changed_at)

-- name: find_nomination
SELECT {nominations} FROM nominations WHERE id = :nomination

-- The one that may still be answered.
-- name: waiting_nomination
SELECT {nominations} FROM nominations WHERE order_id = :order AND status = 'asked'

-- All of an order, or of it those of one agency; newest first.
-- name: nominations_of_order
SELECT {nominations}
FROM nominations WHERE order_id = :order AND (:agency IS NULL OR agency = :agency)
ORDER BY id DESC LIMIT 100

-- Answers or ends a nomination, once.
-- name: end_nomination
UPDATE nominations SET status = :status, reason = :reason, share_id = :share_id,
    changed_at = :changed_at
WHERE id = :id AND status = 'asked'

-- name: due_nominations
SELECT {nominations} FROM nominations WHERE status = 'asked' AND answer_until_at <= :now
ORDER BY answer_until_at LIMIT 100

-- What waits for an agency's answer, the most urgent first.
-- name: asked_of_agency
SELECT {nominations}
FROM nominations WHERE agency = :agency AND status = 'asked' ORDER BY answer_until_at LIMIT :limit
