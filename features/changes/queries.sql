-- name: insert_answer
INSERT INTO change_answers (id, city, order_id, version, share_id, employer, agency, from_version,
    status, reason, answer_until_at, given_back, created_at, changed_at)
VALUES (:id, :city, :order_id, :version, :share_id, :employer, :agency, :from_version, :status,
    :reason, :answer_until_at, :given_back, :created_at, :changed_at)

-- name: find_answer
SELECT id, city, order_id, version, share_id, employer, agency, from_version, status, reason,
    answer_until_at, given_back, created_at, changed_at
FROM change_answers WHERE id = :answer

-- The one of a share that may still be answered.
-- name: standing_answer
SELECT id, city, order_id, version, share_id, employer, agency, from_version, status, reason,
    answer_until_at, given_back, created_at, changed_at
FROM change_answers WHERE city = :city AND share_id = :share AND status = 'standing'

-- All of an order, or of it those of one agency; newest first.
-- name: answers_of_order
SELECT id, city, order_id, version, share_id, employer, agency, from_version, status, reason,
    answer_until_at, given_back, created_at, changed_at
FROM change_answers WHERE order_id = :order AND (:agency IS NULL OR agency = :agency)
ORDER BY id DESC LIMIT 500

-- Ends it, once.
-- name: end_answer
UPDATE change_answers SET status = :status, reason = :reason, given_back = :given_back,
    changed_at = :changed_at
WHERE id = :id AND status = 'standing'

-- name: due_answers
SELECT id, city, order_id, version, share_id, employer, agency, from_version, status, reason,
    answer_until_at, given_back, created_at, changed_at
FROM change_answers WHERE status = 'standing' AND answer_until_at <= :now
ORDER BY answer_until_at LIMIT 100

-- What waits for an agency, the most urgent first.
-- name: asked_of_agency
SELECT id, city, order_id, version, share_id, employer, agency, from_version, status, reason,
    answer_until_at, given_back, created_at, changed_at
FROM change_answers WHERE agency = :agency AND status = 'standing'
ORDER BY answer_until_at LIMIT :limit
