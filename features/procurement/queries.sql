-- columns: procurements
id, city, place, buyer, contact, title, description, kind, budget_fen, price_weight, criteria, steps,
bids_until_at, commitment, secret_box, status, void_code, void_reason, opened_at, announced_at,
objection_until_at, secret, position, seed, engagement_id, created_at, changed_at

-- columns: procurement_bids
id, city, procurement_id, number, agency, account, commitment, box, status, invalid_code, nonce, price_fen,
proposal, proposal_digest, price_score, technical_score, total_score, rank, created_at, changed_at

-- columns: procurement_objections
id, city, procurement_id, agency, text, status, answer, answered_by, answered_at, created_at

-- name: insert_procurement
INSERT INTO procurements ({procurements})
VALUES (:id, :city, :place, :buyer, :contact, :title, :description, :kind, :budget_fen, :price_weight,
    :criteria, :steps, :bids_until_at, :commitment, :secret_box, :status, :void_code, :void_reason,
    :opened_at, :announced_at, :objection_until_at, :secret, :position, :seed, :engagement_id,
    :created_at, :changed_at)

-- Writes what a stage brings, if nobody was faster.
-- name: update_procurement
UPDATE procurements SET status = :status, void_code = :void_code, void_reason = :void_reason,
    opened_at = :opened_at, announced_at = :announced_at, objection_until_at = :objection_until_at,
    secret = :secret, position = :position, seed = :seed, engagement_id = :engagement_id,
    changed_at = :changed_at
WHERE id = :id AND status = :read_status

-- name: find_procurement
SELECT {procurements} FROM procurements WHERE id = :procurement

-- name: list_procurements
SELECT {procurements} FROM procurements p
WHERE (:cursor IS NULL OR id < :cursor)
    AND (:status IS NULL OR status = :status)
    AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
    AND (:own_from IS NULL OR (place >= :own_from AND place <= :own_to)
         OR EXISTS (SELECT 1 FROM procurement_evaluators e WHERE e.procurement_id = p.id
                    AND e.account = :account))
    AND (:agency IS NULL OR EXISTS (SELECT 1 FROM procurement_bids b WHERE b.procurement_id = p.id
                                    AND b.agency = :agency AND b.status <> 'withdrawn'))
ORDER BY id DESC LIMIT :limit

-- The procurements whose bids are due to be opened, longest first.
-- name: due_openings
SELECT {procurements}
FROM procurements WHERE status = 'open' AND bids_until_at <= :now ORDER BY bids_until_at, id LIMIT 20

-- Announced, the window over, every objection answered.
-- name: due_awards
SELECT {procurements} FROM procurements p WHERE status = 'announced' AND objection_until_at <= :now
    AND NOT EXISTS (SELECT 1 FROM procurement_objections o WHERE o.procurement_id = p.id
                    AND o.status = 'open')
ORDER BY objection_until_at, id LIMIT 20

-- name: insert_evaluator
INSERT INTO procurement_evaluators (city, procurement_id, number, account, status, reason, changed_at)
VALUES (:city, :procurement_id, :number, :account, :status, :reason, :changed_at)

-- name: update_evaluator
UPDATE procurement_evaluators SET status = :status, reason = :reason, changed_at = :changed_at
WHERE procurement_id = :procurement_id AND number = :number AND status = 'named'

-- name: evaluators_of
SELECT city, procurement_id, number, account, status, reason, changed_at
FROM procurement_evaluators WHERE procurement_id = :procurement ORDER BY number

-- name: insert_bid
INSERT INTO procurement_bids ({procurement_bids})
VALUES (:id, :city, :procurement_id, :number, :agency, :account, :commitment, :box, :status, :invalid_code,
    :nonce, :price_fen, :proposal, :proposal_digest, :price_score, :technical_score, :total_score,
    :rank, :created_at, :changed_at)

-- name: update_bid
UPDATE procurement_bids SET status = :status, invalid_code = :invalid_code, nonce = :nonce,
    price_fen = :price_fen, proposal = :proposal, proposal_digest = :proposal_digest,
    price_score = :price_score, technical_score = :technical_score, total_score = :total_score,
    rank = :rank, changed_at = :changed_at
WHERE id = :id AND status = :read_status

-- name: find_bid
SELECT {procurement_bids} FROM procurement_bids WHERE id = :bid

-- All that were ever placed, in order of their numbers.
-- name: bids_of
SELECT {procurement_bids} FROM procurement_bids WHERE procurement_id = :procurement ORDER BY number

-- name: clear_sheet
DELETE FROM procurement_scores WHERE procurement_id = :procurement AND bid_id = :bid
    AND evaluator = :evaluator

-- name: insert_score
INSERT INTO procurement_scores (city, procurement_id, bid_id, evaluator, criterion, tenths, reason,
    changed_at)
VALUES (:city, :procurement_id, :bid_id, :evaluator, :criterion, :tenths, :reason, :changed_at)

-- name: scores_of
SELECT city, procurement_id, bid_id, evaluator, criterion, tenths, reason, changed_at
FROM procurement_scores WHERE procurement_id = :procurement
    AND (:evaluator IS NULL OR evaluator = :evaluator)
ORDER BY bid_id, evaluator, criterion

-- name: insert_objection
INSERT INTO procurement_objections ({procurement_objections})
VALUES (:id, :city, :procurement_id, :agency, :text, :status, :answer, :answered_by, :answered_at,
    :created_at)

-- name: answer_objection
UPDATE procurement_objections SET status = :status, answer = :answer, answered_by = :answered_by,
    answered_at = :answered_at
WHERE id = :id AND status = 'open'

-- name: find_objection
SELECT {procurement_objections} FROM procurement_objections WHERE id = :objection

-- name: objections_of
SELECT {procurement_objections}
FROM procurement_objections WHERE procurement_id = :procurement ORDER BY id

-- What an evaluator has to score.
-- name: to_evaluate
SELECT p.id AS id, p.title AS title, p.opened_at AS since FROM procurements p
WHERE p.status = 'evaluating' AND EXISTS (SELECT 1 FROM procurement_evaluators e
    WHERE e.procurement_id = p.id AND e.account = :account AND e.status = 'named')
ORDER BY p.id LIMIT :limit

-- Procurements of a place that have too few evaluators left.
-- name: to_name
SELECT p.id AS id, p.title AS title, p.changed_at AS since FROM procurements p
WHERE p.status IN ('open', 'evaluating') AND p.place >= :place_from AND p.place <= :place_to
    AND :evaluators_min > (SELECT COUNT(*) FROM procurement_evaluators e
        WHERE e.procurement_id = p.id AND e.status <> 'conflict')
ORDER BY p.id LIMIT :limit

-- Procurements of a place with an objection to answer.
-- name: to_answer
SELECT p.id AS id, p.title AS title, o.created_at AS since
FROM procurement_objections o JOIN procurements p ON p.id = o.procurement_id
WHERE o.status = 'open' AND p.status = 'announced' AND p.place >= :place_from AND p.place <= :place_to
ORDER BY o.id LIMIT :limit
