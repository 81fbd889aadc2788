-- Adds an organisation.
-- name: insert_organisation
INSERT INTO organisations (id, city, kind, name, name_key, credit_code, credit_code_override_reason,
    place, industry, address, contact_name, contact_phone_box, status, status_reason_code,
    status_reason, verified_at, verified_by, capacity, exclusion_reason_code, exclusion_since_on,
    exclusion_until_on, registered_at, changed_at)
VALUES (:id, :city, :kind, :name, :name_key, :credit_code, :credit_code_override_reason,
    :place, :industry, :address, :contact_name, :contact_phone_box, :status, :status_reason_code,
    :status_reason, :verified_at, :verified_by, :capacity, :exclusion_reason_code,
    :exclusion_since_on, :exclusion_until_on, :registered_at, :changed_at)

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
SELECT id, city, kind, name, credit_code, place, industry, address, status, verified_at, capacity,
    exclusion_reason_code, exclusion_since_on, exclusion_until_on
FROM organisations WHERE id = :organisation

-- The same of all, by id.
-- name: all_organisations
SELECT id, city, kind, name, credit_code, place, industry, address, status, verified_at, capacity,
    exclusion_reason_code, exclusion_since_on, exclusion_until_on
FROM organisations ORDER BY id

-- Id and name alone.
-- name: find_reference
SELECT id, name FROM organisations WHERE id = :organisation

-- The whole row of one organisation.
-- name: find_row
SELECT id, city, kind, name, name_key, credit_code, credit_code_override_reason, place, industry,
    address, contact_name, contact_phone_box, status, status_reason_code, status_reason,
    verified_at, verified_by, capacity, exclusion_reason_code, exclusion_since_on,
    exclusion_until_on, registered_at, changed_at
FROM organisations WHERE id = :organisation

-- One page, newest first. Entries that no official has looked at are shown to their own members and
-- to those who supervise the place.
-- name: list_organisations
SELECT id, city, kind, name, name_key, credit_code, credit_code_override_reason, place, industry,
    address, contact_name, contact_phone_box, status, status_reason_code, status_reason,
    verified_at, verified_by, capacity, exclusion_reason_code, exclusion_since_on,
    exclusion_until_on, registered_at, changed_at
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

-- Excludes an organisation, or takes an exclusion back (all three NULL).
-- name: change_exclusion
UPDATE organisations SET exclusion_reason_code = :reason_code, exclusion_since_on = :since_on,
    exclusion_until_on = :until_on, changed_at = :now
WHERE id = :organisation AND city = :city

-- Adds a credential.
-- name: insert_credential
INSERT INTO credentials (id, city, organisation, kind, number, issuing_place, scope, valid_from_on,
    valid_to_on, status, issued_by, issued_at, changed_at)
VALUES (:id, :city, :organisation, :kind, :number, :issuing_place, :scope, :valid_from_on,
    :valid_to_on, :status, :issued_by, :now, :now)

-- Whether the issuing place has given this number to a credential of that kind.
-- name: find_credential_number
SELECT id FROM credentials
WHERE kind = :kind AND number = :number AND issuing_place = :issuing_place LIMIT 1

-- The credentials of one organisation, by id. On the path of every grab.
-- name: credentials_of
SELECT id, organisation, kind, number, issuing_place, scope, valid_from_on, valid_to_on, status
FROM credentials WHERE organisation = :organisation ORDER BY id

-- One credential.
-- name: find_credential
SELECT id, organisation, kind, number, issuing_place, scope, valid_from_on, valid_to_on, status
FROM credentials WHERE id = :credential

-- Moves a credential from one status to another; no row when it is no longer in the first.
-- name: change_credential_status
UPDATE credentials SET status = :to, status_reason_code = :reason_code, status_reason = :reason,
    changed_at = :now
WHERE id = :credential AND city = :city AND status = :from
