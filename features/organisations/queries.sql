-- Adds an organisation.
-- name: insert_organisation
INSERT INTO organisations (id, city, kind, name, name_key, credit_code, credit_code_override_reason,
    place, industry, address, contact_name, contact_phone_box, status, status_reason_code,
    status_reason, verified_at, verified_by, capacity, registered_at, changed_at)
VALUES (:id, :city, :kind, :name, :name_key, :credit_code, :credit_code_override_reason,
    :place, :industry, :address, :contact_name, :contact_phone_box, :status, :status_reason_code,
    :status_reason, :verified_at, :verified_by, :capacity, :registered_at, :changed_at)

-- Takes a credit code for an organisation; no row when it is taken.
-- name: take_credit_code
INSERT INTO organisation_credit_codes (credit_code, organisation, city)
VALUES (:credit_code, :organisation, :city)
ON CONFLICT (credit_code) DO NOTHING

-- Gives a credit code free: of an organisation that is refused or corrects its own.
-- name: free_credit_code
DELETE FROM organisation_credit_codes WHERE credit_code = :credit_code AND organisation = :organisation

-- Who has a credit code.
-- name: organisation_of_credit_code
SELECT organisation FROM organisation_credit_codes WHERE credit_code = :credit_code

-- Those with exactly that name; two are enough to know that it is not unique.
-- name: organisations_of_name
SELECT id FROM organisations WHERE name_key = :name_key ORDER BY id LIMIT 2

-- What other features see of one organisation. On the path of every grab.
-- name: find_organisation
SELECT id, city, kind, name, credit_code, place, industry, address, status, verified_at, capacity
FROM organisations WHERE id = :organisation

-- The same of all, by id.
-- name: all_organisations
SELECT id, city, kind, name, credit_code, place, industry, address, status, verified_at, capacity
FROM organisations ORDER BY id

-- Id and name alone.
-- name: find_reference
SELECT id, name FROM organisations WHERE id = :organisation

-- The city that it is at home in.
-- name: find_home
SELECT city FROM organisations WHERE id = :organisation

-- The whole row of one organisation.
-- name: find_row
SELECT id, city, kind, name, name_key, credit_code, credit_code_override_reason, place, industry,
    address, contact_name, contact_phone_box, status, status_reason_code, status_reason,
    verified_at, verified_by, capacity, registered_at, changed_at
FROM organisations WHERE id = :organisation

-- One page, newest first. Entries that no official has looked at are shown to their own members and
-- to those who supervise the place.
-- name: list_organisations
SELECT id, city, kind, name, name_key, credit_code, credit_code_override_reason, place, industry,
    address, contact_name, contact_phone_box, status, status_reason_code, status_reason,
    verified_at, verified_by, capacity, registered_at, changed_at
FROM organisations
WHERE (:cursor IS NULL OR id < :cursor)
    AND (:kind IS NULL OR kind = :kind)
    AND (:status IS NULL OR status = :status)
    AND (:place_first IS NULL OR (place >= :place_first AND place <= :place_last))
    AND (:pattern IS NULL OR name_key LIKE :pattern ESCAPE '!' OR credit_code = :code)
    AND (status IN ('verified', 'suspended') OR id = :own
        OR (:supervised_first IS NOT NULL AND place >= :supervised_first
            AND place <= :supervised_last))
ORDER BY id DESC LIMIT :limit

-- Moves an organisation from one status to another; no row when it is in neither any more.
-- name: change_status
UPDATE organisations SET status = :to, status_reason_code = :status_reason_code,
    status_reason = :status_reason, verified_at = :verified_at, verified_by = COALESCE(:verified_by, verified_by),
    changed_at = :now
WHERE id = :organisation AND city = :city AND status = :from

-- Keeps what the organisation's own members changed.
-- name: change_organisation
UPDATE organisations SET name = :name, name_key = :name_key, credit_code = :credit_code,
    credit_code_override_reason = :credit_code_override_reason, industry = :industry,
    address = :address, contact_name = :contact_name, contact_phone_box = :contact_phone_box,
    capacity = :capacity, status = :status, changed_at = :changed_at
WHERE id = :id AND city = :city
