-- name: insert_request
INSERT INTO personal_data_requests (id, city, place, person, kind, at, kept, ended_on)
VALUES (:id, :city, :place, :person, :kind, :at, :kept, :ended_on)

-- What she asked for, newest first.
-- name: requests_of_person
SELECT id, city, place, person, kind, at, kept, ended_on FROM personal_data_requests
WHERE person = :person ORDER BY id DESC LIMIT 200

-- What was asked for, newest first: in a place, or everywhere.
-- name: list_requests
SELECT id, city, place, person, kind, at, kept, ended_on FROM personal_data_requests
WHERE (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
    AND (:kind IS NULL OR kind = :kind)
    AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit

-- name: end_request
UPDATE personal_data_requests SET ended_on = :today WHERE id = :request AND ended_on IS NULL

-- name: insert_kept
INSERT INTO kept_records (id, city, request, person, part, record, until_on, box)
VALUES (:id, :city, :request, :person, :part, :record, :until_on, :box)

-- Sealed records whose time is over.
-- name: due_kept
SELECT id, city, request, person, part, record, until_on, box FROM kept_records
WHERE until_on < :today ORDER BY until_on, id LIMIT :limit

-- name: kept_of_person
SELECT id, city, request, person, part, record, until_on, box FROM kept_records
WHERE person = :person ORDER BY id

-- name: delete_kept
DELETE FROM kept_records WHERE id = :id AND city = :city

-- name: count_kept
SELECT COUNT(*) FROM kept_records WHERE request = :request
