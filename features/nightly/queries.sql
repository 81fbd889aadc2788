-- columns: nightly_runs
night_on, begun_at, ended_at, position, ranked_ms, orders, people, pairs, reached, told, told_orders

-- columns: nightly_told
city, person, order_id, night_on, number, score, told_at

-- Begun before by a process that has stopped: it is gone on with.
-- name: insert_run
INSERT INTO nightly_runs ({nightly_runs})
VALUES (:night_on, :begun_at, :ended_at, :position, :ranked_ms, :orders, :people, :pairs, :reached, :told,
    :told_orders)
ON CONFLICT (night_on) DO NOTHING

-- name: find_run
SELECT {nightly_runs} FROM nightly_runs WHERE night_on = :night

-- name: latest_runs
SELECT {nightly_runs} FROM nightly_runs ORDER BY night_on DESC LIMIT :limit

-- When the last night that is over ended.
-- name: last_end
SELECT ended_at FROM nightly_runs WHERE ended_at IS NOT NULL ORDER BY night_on DESC LIMIT 1

-- No row changes when another process has gone on meanwhile.
-- name: advance_run
UPDATE nightly_runs SET reached = :reached, told = told + :told, told_orders = told_orders + :told_orders
WHERE night_on = :night AND reached = :from AND ended_at IS NULL

-- name: end_run
UPDATE nightly_runs SET ended_at = :now WHERE night_on = :night AND ended_at IS NULL

-- name: count_city
INSERT INTO nightly_cities (city, night_on, told, told_orders) VALUES (:city, :night, :told, :told_orders)
ON CONFLICT (city, night_on) DO UPDATE SET told = nightly_cities.told + excluded.told,
    told_orders = nightly_cities.told_orders + excluded.told_orders

-- name: cities_since
SELECT city, night_on, told, told_orders FROM nightly_cities WHERE night_on >= :night
ORDER BY night_on DESC, city

-- name: insert_told
INSERT INTO nightly_told ({nightly_told})
VALUES (:city, :person, :order_id, :night_on, :number, :score, :told_at)

-- Of what a person was told, ever.
-- name: orders_told
SELECT order_id FROM nightly_told WHERE city = :city AND person = :person

-- The latest nights first, of each the best first.
-- name: told_of_person
SELECT {nightly_told} FROM nightly_told WHERE person = :person ORDER BY night_on DESC, number LIMIT :limit

-- name: find_stop
SELECT since_at FROM nightly_stops WHERE person = :person

-- name: insert_stop
INSERT INTO nightly_stops (city, person, since_at) VALUES (:city, :person, :now)
ON CONFLICT (person, city) DO NOTHING

-- name: delete_stop
DELETE FROM nightly_stops WHERE person = :person

-- name: forget_told
DELETE FROM nightly_told WHERE person = :person

-- What is older than it has to be, some of it.
-- name: old_told
SELECT {nightly_told} FROM nightly_told WHERE night_on < :before ORDER BY night_on LIMIT :limit

-- name: delete_told
DELETE FROM nightly_told WHERE city = :city AND person = :person AND order_id = :order_id
