-- columns: fairs
id, city, place, organisation, created_by, title, pool, several, agency_floor, place_floor, seconds, status, failure,
stop_asked, orders, seats, ranked, people, pairs, steps, stage, spent_seconds, best_so_far, bound_so_far, filled,
total, optimum, bound, feasible_percent, position, input_digest, created_at, decided_at, handed_over_at, changed_at

-- name: insert_fair
INSERT INTO fairs ({fairs})
VALUES (:id, :city, :place, :organisation, :created_by, :title, :pool, :several, :agency_floor,
    :place_floor, :seconds, :status, :failure, :stop_asked, :orders, :seats, :ranked, :people, :pairs, :steps,
    :stage, :spent_seconds, :best_so_far, :bound_so_far, :filled, :total, :optimum, :bound, :feasible_percent, :position, :input_digest, :created_at,
    :decided_at, :handed_over_at, :changed_at)

-- name: find_fair
SELECT {fairs} FROM fairs WHERE id = :fair

-- The oldest that is to be computed.
-- name: next_fair
SELECT {fairs} FROM fairs WHERE status IN ('waiting', 'running') ORDER BY id LIMIT 1

-- An organisation's own and those handed over to it, newest first.
-- name: fairs_of_organisation
SELECT {fairs} FROM fairs
WHERE (organisation = :organisation
        OR id IN (SELECT fair_id FROM fair_agencies WHERE agency = :organisation))
    AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit

-- Those of the authorities of a place, newest first.
-- name: fairs_of_place
SELECT {fairs} FROM fairs
WHERE organisation IS NULL AND place >= :place_from AND place <= :place_to
    AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit

-- Whatever of it changes, while it is in the status that the writer saw.
-- name: update_fair
UPDATE fairs SET status = :status, failure = :failure, ranked = :ranked, people = :people,
    pairs = :pairs, steps = :steps, stage = :stage, spent_seconds = :spent_seconds,
    best_so_far = :best_so_far, bound_so_far = :bound_so_far, filled = :filled, total = :total, optimum = :optimum,
    bound = :bound, feasible_percent = :feasible_percent, position = :position,
    input_digest = :input_digest, decided_at = :decided_at, handed_over_at = :handed_over_at,
    changed_at = :changed_at
WHERE id = :id AND status = :seen

-- name: ask_fair_to_stop
UPDATE fairs SET stop_asked = 1, changed_at = :now
WHERE id = :fair AND status IN ('waiting', 'running')

-- name: insert_fair_order
INSERT INTO fair_orders (city, fair_id, order_id, seats, considered, qualified, removed, relaxed, relaxed_qualified,
    reason, price, nearest, filter)
VALUES (:city, :fair_id, :order_id, :seats, :considered, :qualified, :removed, :relaxed, :relaxed_qualified,
    :reason, :price, :nearest, :filter)

-- name: update_fair_order
UPDATE fair_orders SET considered = :considered, qualified = :qualified, removed = :removed,
    relaxed = :relaxed, relaxed_qualified = :relaxed_qualified, reason = :reason, price = :price, nearest = :nearest, filter = :filter
WHERE city = :city AND fair_id = :fair_id AND order_id = :order_id

-- name: orders_of_fair
SELECT city, fair_id, order_id, seats, considered, qualified, removed, relaxed, relaxed_qualified, reason, price,
    nearest, filter
FROM fair_orders WHERE city = :city AND fair_id = :fair ORDER BY order_id

-- name: insert_fair_pair
INSERT INTO fair_pairs (city, fair_id, order_id, person, score, by_hand, seat_id, refusal)
VALUES (:city, :fair_id, :order_id, :person, :score, :by_hand, :seat_id, :refusal)

-- name: update_fair_pair
UPDATE fair_pairs SET seat_id = :seat_id, refusal = :refusal
WHERE city = :city AND fair_id = :fair_id AND order_id = :order_id AND person = :person

-- name: delete_fair_pair
DELETE FROM fair_pairs
WHERE city = :city AND fair_id = :fair_id AND order_id = :order_id AND person = :person

-- name: pairs_of_fair
SELECT city, fair_id, order_id, person, score, by_hand, seat_id, refusal
FROM fair_pairs WHERE city = :city AND fair_id = :fair ORDER BY order_id, score DESC, person

-- name: insert_fair_file
INSERT INTO fair_files (city, fair_id, name, text) VALUES (:city, :fair, :name, :text)

-- name: find_fair_file
SELECT name, text FROM fair_files WHERE city = :city AND fair_id = :fair AND name = :name

-- name: insert_fair_agency
INSERT INTO fair_agencies (city, fair_id, agency) VALUES (:city, :fair, :agency)
ON CONFLICT (city, fair_id, agency) DO NOTHING

-- name: is_handed_to
SELECT COUNT(*) AS found FROM fair_agencies WHERE city = :city AND fair_id = :fair AND agency = :agency

-- Where a person stands in plans, oldest first.
-- name: pairs_of_person
SELECT fair_id, order_id, score, by_hand, seat_id FROM fair_pairs WHERE person = :person
ORDER BY fair_id, order_id
