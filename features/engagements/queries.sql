-- columns: engagements
id, city, place, source, source_id, buyer, provider, title, price_fen, open_fen, accepted_fen, paid_fen,
confirmed_fen, dropped_fen, status, ended_by, end_reason, ended_at, created_at, changed_at

-- columns: engagement_steps
id, city, engagement_id, number, title, amount_fen, due_on, status, act_by_on, late_level, note,
return_reason, returns, delivered_at, accepted_at, paid_reference, paid_on, confirmed_at, changed_at

-- name: insert_engagement
INSERT INTO engagements ({engagements})
VALUES (:id, :city, :place, :source, :source_id, :buyer, :provider, :title, :price_fen, :open_fen,
    :accepted_fen, :paid_fen, :confirmed_fen, :dropped_fen, :status, :ended_by, :end_reason,
    :ended_at, :created_at, :changed_at)

-- Writes the amounts and the end, if nobody was faster.
-- name: update_engagement
UPDATE engagements SET open_fen = :open_fen, accepted_fen = :accepted_fen, paid_fen = :paid_fen,
    confirmed_fen = :confirmed_fen, dropped_fen = :dropped_fen, status = :status,
    ended_by = :ended_by, end_reason = :end_reason, ended_at = :ended_at, changed_at = :changed_at
WHERE id = :id AND status = :read_status AND open_fen = :read_open AND accepted_fen = :read_accepted
    AND paid_fen = :read_paid

-- name: find_engagement
SELECT {engagements} FROM engagements WHERE id = :engagement

-- name: list_engagements
SELECT {engagements} FROM engagements
WHERE (:cursor IS NULL OR id < :cursor)
    AND (:status IS NULL OR status = :status)
    AND (:source IS NULL OR source = :source)
    AND (:organisation IS NULL OR buyer = :organisation OR provider = :organisation)
    AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
ORDER BY id DESC LIMIT :limit

-- name: insert_step
INSERT INTO engagement_steps ({engagement_steps})
VALUES (:id, :city, :engagement_id, :number, :title, :amount_fen, :due_on, :status, :act_by_on,
    :late_level, :note, :return_reason, :returns, :delivered_at, :accepted_at, :paid_reference,
    :paid_on, :confirmed_at, :changed_at)

-- Moves a step, if nobody was faster.
-- name: update_step
UPDATE engagement_steps SET status = :status, act_by_on = :act_by_on, late_level = :late_level,
    note = :note, return_reason = :return_reason, returns = :returns, delivered_at = :delivered_at,
    accepted_at = :accepted_at, paid_reference = :paid_reference, paid_on = :paid_on,
    confirmed_at = :confirmed_at, changed_at = :changed_at
WHERE id = :id AND status = :read_status AND late_level = :read_level

-- name: steps_of
SELECT {engagement_steps} FROM engagement_steps WHERE engagement_id = :engagement ORDER BY number

-- Steps that have reached the next level of lateness.
-- name: late_steps
SELECT {engagement_steps} FROM engagement_steps
WHERE act_by_on IS NOT NULL
    AND ((late_level = 'none' AND act_by_on <= :yellow)
         OR (late_level = 'yellow' AND act_by_on <= :orange)
         OR (late_level = 'orange' AND act_by_on <= :red))
ORDER BY act_by_on, id LIMIT 100

-- Steps on which a buyer has to act: an organisation, or the officials of a place.
-- name: waiting_for_buyer
SELECT e.id AS engagement, e.title AS title, s.number AS number, s.status AS status,
    s.act_by_on AS act_by_on, s.changed_at AS changed_at
FROM engagement_steps s JOIN engagements e ON e.id = s.engagement_id
WHERE s.status IN ('delivered', 'accepted')
    AND ((:organisation IS NOT NULL AND e.buyer = :organisation)
         OR (:organisation IS NULL AND e.buyer IS NULL AND e.place >= :place_from
             AND e.place <= :place_to))
ORDER BY s.act_by_on, s.id LIMIT :limit

-- Steps on which a provider has to act; of those not delivered, the first of each engagement.
-- name: waiting_for_provider
SELECT e.id AS engagement, e.title AS title, s.number AS number, s.status AS status,
    s.act_by_on AS act_by_on, s.changed_at AS changed_at
FROM engagement_steps s JOIN engagements e ON e.id = s.engagement_id
WHERE e.provider = :organisation
    AND (s.status = 'paid' OR (e.status = 'running' AND s.status IN ('agreed', 'delivering', 'returned')
        AND NOT EXISTS (SELECT 1 FROM engagement_steps p WHERE p.engagement_id = e.id
                        AND p.number < s.number AND p.status IN ('agreed', 'delivering', 'returned'))))
ORDER BY s.act_by_on, s.id LIMIT :limit

-- Steps of a place whose payment or acceptance is long overdue.
-- name: waiting_for_inspector
SELECT e.id AS engagement, e.title AS title, s.number AS number, s.status AS status,
    s.act_by_on AS act_by_on, s.changed_at AS changed_at
FROM engagement_steps s JOIN engagements e ON e.id = s.engagement_id
WHERE s.late_level = 'red' AND s.status IN ('delivered', 'accepted')
    AND e.place >= :place_from AND e.place <= :place_to
ORDER BY s.act_by_on, s.id LIMIT :limit

-- name: insert_rating
INSERT INTO engagement_ratings (city, engagement_id, side, rated, stars, comment, account, rated_at,
    opens_at)
VALUES (:city, :engagement_id, :side, :rated, :stars, :comment, :account, :rated_at, :opens_at)

-- Both sides have spoken: both are open from now on.
-- name: open_ratings
UPDATE engagement_ratings SET opens_at = :now WHERE engagement_id = :engagement AND opens_at > :now

-- name: ratings_of
SELECT city, engagement_id, side, rated, stars, comment, account, rated_at, opens_at
FROM engagement_ratings WHERE engagement_id = :engagement ORDER BY rated_at, side

-- How an organisation was rated, as everybody may see it.
-- name: rating_of
SELECT COUNT(*) AS count, COALESCE(SUM(stars), 0) AS stars FROM engagement_ratings
WHERE rated = :organisation AND opens_at <= :now
