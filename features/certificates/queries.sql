-- columns: issuer_keys
place, number, sm2, p256, sm2_box, p256_box, since, until, distrusted_at

-- The key that a place signs with now.
-- name: key_in_use
SELECT {issuer_keys} FROM issuer_keys WHERE place = :place AND until IS NULL

-- name: find_key
SELECT {issuer_keys} FROM issuer_keys WHERE place = :place AND number = :number

-- All keys that ever were, for the list of issuers.
-- name: all_keys
SELECT {issuer_keys} FROM issuer_keys ORDER BY place, number

-- Of two who make the first key of a place, one is the first.
-- name: insert_key
INSERT INTO issuer_keys (place, number, sm2, p256, sm2_box, p256_box, since)
VALUES (:place, :number, :sm2, :p256, :sm2_box, :p256_box, :since) ON CONFLICT (place, number) DO NOTHING

-- Ends the time of the key in use.
-- name: end_key
UPDATE issuer_keys SET until = :until WHERE place = :place AND number = :number AND until IS NULL

-- name: distrust_key
UPDATE issuer_keys SET distrusted_at = :at, until = COALESCE(until, :at)
WHERE place = :place AND number = :number AND distrusted_at IS NULL

-- The list that takes new certificates of a place, with how many it has.
-- name: newest_list
SELECT l.place AS place, l.number AS number, l.base AS base,
       (SELECT COUNT(*) FROM status_places p WHERE p.city = l.city AND p.place = l.place AND p.list = l.number) AS taken
FROM status_lists l WHERE l.city = :city AND l.place = :place ORDER BY l.number DESC LIMIT 1

-- name: find_list
SELECT l.place AS place, l.number AS number, l.base AS base,
       (SELECT COUNT(*) FROM status_places p WHERE p.city = l.city AND p.place = l.place AND p.list = l.number) AS taken
FROM status_lists l WHERE l.city = :city AND l.place = :place AND l.number = :number

-- name: lists_of_place
SELECT l.place AS place, l.number AS number, l.base AS base,
       (SELECT COUNT(*) FROM status_places p WHERE p.city = l.city AND p.place = l.place AND p.list = l.number) AS taken
FROM status_lists l WHERE l.city = :city AND l.place = :place ORDER BY l.number

-- name: insert_list
INSERT INTO status_lists (city, place, number, base, opened_at)
VALUES (:city, :place, :number, :base, :opened_at) ON CONFLICT (city, place, number) DO NOTHING

-- name: find_status_place
SELECT p.entry AS entry, p.content AS content, p.list AS list, p.list_index AS list_index, l.base AS base
FROM status_places p JOIN status_lists l ON l.city = p.city AND l.place = p.place AND l.number = p.list
WHERE p.city = :city AND p.entry = :entry AND p.content = :content

-- An index is drawn again when it is taken.
-- name: insert_status_place
INSERT INTO status_places (entry, content, city, place, list, list_index, given_at)
VALUES (:entry, :content, :city, :place, :list, :list_index, :given_at) ON CONFLICT DO NOTHING

-- Every certificate of a list.
-- name: status_places_of_list
SELECT p.entry AS entry, p.content AS content, p.list AS list, p.list_index AS list_index, l.base AS base
FROM status_places p JOIN status_lists l ON l.city = p.city AND l.place = p.place AND l.number = p.list
WHERE p.city = :city AND p.place = :place AND p.list = :list ORDER BY p.list_index
