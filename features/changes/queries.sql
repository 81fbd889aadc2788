-- columns: change_answers
id, city, order_id, version, share_id, employer, agency, from_version, status, reason, answer_until_at,
given_back, created_at, changed_at

-- name: insert_answer
INSERT INTO change_answers ({change_answers})
VALUES (:id, :city, :order_id, :version, :share_id, :employer, :agency, :from_version, :status,
    :reason, :answer_until_at, :given_back, :created_at, :changed_at)

-- name: find_answer
SELECT {change_answers} FROM change_answers WHERE id = :answer

-- The one of a share that may still be answered.
-- name: standing_answer
SELECT {change_answers}
FROM change_answers WHERE city = :city AND share_id = :share AND status = 'standing'

-- All of an order, or of it those of one agency; newest first.
-- name: answers_of_order
SELECT {change_answers}
FROM change_answers WHERE order_id = :order AND (:agency IS NULL OR agency = :agency)
ORDER BY id DESC LIMIT 500

-- Ends it, once.
-- name: end_answer
UPDATE change_answers SET status = :status, reason = :reason, given_back = :given_back,
    changed_at = :changed_at
WHERE id = :id AND status = 'standing'

-- name: due_answers
SELECT {change_answers} FROM change_answers WHERE status = 'standing' AND answer_until_at <= :now
ORDER BY answer_until_at LIMIT 100

-- What waits for an agency, the most urgent first.
-- name: asked_of_agency
SELECT {change_answers} FROM change_answers WHERE agency = :agency AND status = 'standing'
ORDER BY answer_until_at LIMIT :limit
