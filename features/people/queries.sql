-- Adds a person.
-- name: insert_person
INSERT INTO people (id, city, place, name, born, id_number_box, phone_box, education, occupations,
    skills, skill_words, experience_years, certificates, pay_asked_fen, pay_unit,
    available_from_on, reach_km, seeker_kind, public_pool, contact, status, verified, verified_at, verified_by,
    account, confirmed_at, registered_at, changed_at)
VALUES (:id, :city, :place, :name, :born, :id_number_box, :phone_box, :education, :occupations,
    :skills, :skill_words, :experience_years, :certificates, :pay_asked_fen, :pay_unit,
    :available_from_on, :reach_km, :seeker_kind, :public_pool, :contact, :status, :verified, :verified_at,
    :verified_by, :account, :confirmed_at, :registered_at, :changed_at)

-- Keeps what a person says about herself.
-- name: update_person
UPDATE people SET place = :place, phone_box = :phone_box, education = :education,
    occupations = :occupations, skills = :skills, skill_words = :skill_words,
    experience_years = :experience_years, certificates = :certificates,
    pay_asked_fen = :pay_asked_fen, pay_unit = :pay_unit, available_from_on = :available_from_on,
    reach_km = :reach_km, seeker_kind = :seeker_kind, confirmed_at = :confirmed_at, changed_at = :changed_at
WHERE id = :id AND city = :city

-- Takes an identity number for a person; no row when it is taken.
-- name: take_number
INSERT INTO person_numbers (id_number_index, person, city)
VALUES (:id_number_index, :person, :city)
ON CONFLICT (id_number_index) DO NOTHING

-- Whose identity number it is.
-- name: person_of_number
SELECT person FROM person_numbers WHERE id_number_index = :id_number_index

-- What other features see of one person.
-- name: find_person
SELECT id, city, place, name, born, education, occupations, skills, experience_years, certificates,
    pay_asked_fen, pay_unit, available_from_on, reach_km, seeker_kind, public_pool, contact, status, verified,
    account, confirmed_at
FROM people WHERE id = :person

-- What decides how a name is shown.
-- name: find_named
SELECT id, place, name, public_pool, status FROM people WHERE id = :person

-- The same of several people.
-- name: find_all_named
SELECT id, place, name, public_pool, status FROM people
WHERE id IN (:id_00, :id_01, :id_02, :id_03, :id_04, :id_05, :id_06, :id_07, :id_08, :id_09,
    :id_10, :id_11, :id_12, :id_13, :id_14, :id_15, :id_16, :id_17, :id_18, :id_19,
    :id_20, :id_21, :id_22, :id_23, :id_24, :id_25, :id_26, :id_27, :id_28, :id_29,
    :id_30, :id_31, :id_32, :id_33, :id_34, :id_35, :id_36, :id_37, :id_38, :id_39,
    :id_40, :id_41, :id_42, :id_43, :id_44, :id_45, :id_46, :id_47, :id_48, :id_49)

-- Everything of everybody whose data may be used, by id.
-- name: active_people
SELECT id, city, place, name, born, education, occupations, skills, experience_years, certificates,
    pay_asked_fen, pay_unit, available_from_on, reach_km, seeker_kind, public_pool, contact, status, verified,
    account, confirmed_at
FROM people WHERE status = 'active' ORDER BY id

-- By what persons are counted; the number for their sex alone.
-- name: counted_people
SELECT id, born, education, skills, seeker_kind, id_number_box FROM people WHERE status = 'active' ORDER BY id

-- The whole row of one person.
-- name: find_row
SELECT id, city, place, name, born, id_number_box, phone_box, education, occupations, skills,
    skill_words, experience_years, certificates, pay_asked_fen, pay_unit, available_from_on,
    reach_km, seeker_kind, public_pool, contact, status, verified, verified_at, verified_by, account,
    confirmed_at, registered_at, changed_at
FROM people WHERE id = :person

-- Whether an agency may offer a seat: 1 or no row.
-- name: may_be_offered
SELECT 1 FROM people p
WHERE p.id = :person AND p.status = 'active' AND (p.public_pool = 1 OR EXISTS (
    SELECT 1 FROM candidacies c WHERE c.agency = :agency AND c.person = p.id AND c.city = p.city))

-- Whether a person is an agency's own candidate: 1 or no row.
-- name: is_candidate
SELECT 1 FROM candidacies WHERE agency = :agency AND person = :person

-- Which of several people are.
-- name: candidates_among
SELECT person FROM candidacies WHERE agency = :agency AND person IN (
    :id_00, :id_01, :id_02, :id_03, :id_04, :id_05, :id_06, :id_07, :id_08, :id_09,
    :id_10, :id_11, :id_12, :id_13, :id_14, :id_15, :id_16, :id_17, :id_18, :id_19,
    :id_20, :id_21, :id_22, :id_23, :id_24, :id_25, :id_26, :id_27, :id_28, :id_29,
    :id_30, :id_31, :id_32, :id_33, :id_34, :id_35, :id_36, :id_37, :id_38, :id_39,
    :id_40, :id_41, :id_42, :id_43, :id_44, :id_45, :id_46, :id_47, :id_48, :id_49)

-- One page of everybody whom the caller may see, newest first.
-- name: list_people
SELECT p.id, p.city, p.place, p.name, p.born, p.id_number_box, p.phone_box, p.education,
    p.occupations, p.skills, p.skill_words, p.experience_years, p.certificates, p.pay_asked_fen,
    p.pay_unit, p.available_from_on, p.reach_km, p.seeker_kind, p.public_pool, p.contact, p.status, p.verified,
    p.verified_at, p.verified_by, p.account, p.confirmed_at, p.registered_at, p.changed_at,
    CASE WHEN c.agency IS NULL THEN 0 ELSE 1 END AS own_candidate
FROM people p LEFT JOIN candidacies c ON c.agency = :agency AND c.person = p.id AND c.city = p.city
WHERE (:cursor IS NULL OR p.id < :cursor)
    AND (:place_first IS NULL OR (p.place >= :place_first AND p.place <= :place_last))
    AND (:pattern IS NULL OR p.skill_words LIKE :pattern ESCAPE '!' OR p.name = :whole_name
        OR (c.agency IS NOT NULL AND p.name LIKE :pattern ESCAPE '!'))
    AND ((p.status = 'active' AND (c.agency IS NOT NULL
            OR (:sees_pool = 1 AND p.public_pool = 1)))
        OR (:supervised_first IS NOT NULL AND p.place >= :supervised_first
            AND p.place <= :supervised_last))
ORDER BY p.id DESC LIMIT :limit

-- The same of those who name an occupation, driven by its index.
-- name: list_people_of_occupation
SELECT p.id, p.city, p.place, p.name, p.born, p.id_number_box, p.phone_box, p.education,
    p.occupations, p.skills, p.skill_words, p.experience_years, p.certificates, p.pay_asked_fen,
    p.pay_unit, p.available_from_on, p.reach_km, p.seeker_kind, p.public_pool, p.contact, p.status, p.verified,
    p.verified_at, p.verified_by, p.account, p.confirmed_at, p.registered_at, p.changed_at,
    CASE WHEN c.agency IS NULL THEN 0 ELSE 1 END AS own_candidate
FROM person_occupations o
    JOIN people p ON p.id = o.person AND p.city = o.city
    LEFT JOIN candidacies c ON c.agency = :agency AND c.person = p.id AND c.city = p.city
WHERE o.occupation = :occupation
    AND (:cursor IS NULL OR o.person < :cursor)
    AND (:mine = 0 OR c.agency IS NOT NULL)
    AND (:place_first IS NULL OR (p.place >= :place_first AND p.place <= :place_last))
    AND (:pattern IS NULL OR p.skill_words LIKE :pattern ESCAPE '!' OR p.name = :whole_name
        OR (c.agency IS NOT NULL AND p.name LIKE :pattern ESCAPE '!'))
    AND ((p.status = 'active' AND (c.agency IS NOT NULL
            OR (:sees_pool = 1 AND p.public_pool = 1)))
        OR (:supervised_first IS NOT NULL AND p.place >= :supervised_first
            AND p.place <= :supervised_last))
ORDER BY o.person DESC LIMIT :limit

-- The same of an agency's own candidates, driven by its candidacies.
-- name: list_candidates
SELECT p.id, p.city, p.place, p.name, p.born, p.id_number_box, p.phone_box, p.education,
    p.occupations, p.skills, p.skill_words, p.experience_years, p.certificates, p.pay_asked_fen,
    p.pay_unit, p.available_from_on, p.reach_km, p.seeker_kind, p.public_pool, p.contact, p.status, p.verified,
    p.verified_at, p.verified_by, p.account, p.confirmed_at, p.registered_at, p.changed_at,
    1 AS own_candidate
FROM candidacies c JOIN people p ON p.id = c.person AND p.city = c.city
WHERE c.agency = :agency
    AND (:cursor IS NULL OR c.person < :cursor)
    AND (:place_first IS NULL OR (p.place >= :place_first AND p.place <= :place_last))
    AND (:pattern IS NULL OR p.skill_words LIKE :pattern ESCAPE '!'
        OR p.name LIKE :pattern ESCAPE '!')
    AND p.status = 'active'
ORDER BY c.person DESC LIMIT :limit

-- Makes a person an agency's own candidate; no row when she is already.
-- name: add_candidacy
INSERT INTO candidacies (agency, person, city, added_by, added_at)
VALUES (:agency, :person, :city, :account, :now)
ON CONFLICT (agency, person, city) DO NOTHING

-- Ends a candidacy.
-- name: end_candidacy
DELETE FROM candidacies WHERE agency = :agency AND person = :person AND city = :city

-- The agencies of a person.
-- name: candidacies_of
SELECT agency, person, added_at FROM candidacies WHERE person = :person ORDER BY agency

-- Every candidacy.
-- name: all_candidacies
SELECT agency, person, added_at FROM candidacies ORDER BY agency, person

-- Forgets under which occupations a person is found.
-- name: clear_occupations
DELETE FROM person_occupations WHERE person = :person AND city = :city

-- Finds a person under an occupation.
-- name: add_occupation
INSERT INTO person_occupations (occupation, person, city) VALUES (:occupation, :person, :city)
ON CONFLICT (occupation, person, city) DO NOTHING

-- Binds an account; no row when there is one already.
-- name: link_account
UPDATE people SET account = :account, verified = 0, verified_at = NULL, verified_by = NULL,
    changed_at = :now
WHERE id = :person AND city = :city AND account IS NULL

-- Marks a person as verified; no row when she is already.
-- name: verify_person
UPDATE people SET verified = 1, verified_at = :now, verified_by = :account, changed_at = :now
WHERE id = :person AND city = :city AND verified = 0

-- Sets both consents as they stand after a change.
-- name: set_consents
UPDATE people SET public_pool = :public_pool, contact = :contact, changed_at = :now
WHERE id = :person AND city = :city

-- Adds to the consent ledger.
-- name: insert_consent
INSERT INTO consents (id, city, person, purpose, granted, refused, account, at, text_version,
    data_classes, recipient, basis, channel)
VALUES (:id, :city, :person, :purpose, :granted, :refused, :account, :at, :text_version,
    :data_classes, :recipient, :basis, :channel)

-- The consent ledger of a person, newest first.
-- name: consents_of
SELECT id, purpose, granted, refused, at, text_version, data_classes, recipient, basis, channel
FROM consents WHERE person = :person ORDER BY id DESC LIMIT 1000

-- How a consent stands now.
-- name: latest_consent
SELECT id, purpose, granted, refused, at, text_version, data_classes, recipient, basis, channel
FROM consents WHERE person = :person AND purpose = :purpose ORDER BY id DESC LIMIT 1

-- Keeps who read what.
-- name: insert_read
INSERT INTO person_reads (id, city, person, purpose, fields, account, role, organisation, place, at,
    basis, consent)
VALUES (:id, :city, :person, :purpose, :fields, :account, :role, :organisation, :place, :at,
    :basis, :consent)

-- Who read a person's sensitive data, newest first.
-- name: reads_of
SELECT id, purpose, fields, role, organisation, place, at, basis, consent FROM person_reads
WHERE person = :person AND (:cursor IS NULL OR id < :cursor) ORDER BY id DESC LIMIT :limit

-- Who read whose sensitive data, newest first: for the audit administrator.
-- name: all_reads
SELECT id, purpose, fields, role, organisation, place, at, basis, consent, person, account, city
FROM person_reads
WHERE (:organisation IS NULL OR organisation = :organisation)
    AND (:account IS NULL OR account = :account)
    AND (:person IS NULL OR person = :person)
    AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit

-- Takes everything out of a person's row that says who she is or what she states.
-- name: empty_person
UPDATE people SET name = '', born = '1900-01-01', id_number_box = '', phone_box = NULL,
    education = NULL, occupations = '[]', skills = '[]', skill_words = '', experience_years = NULL,
    certificates = '[]', pay_asked_fen = NULL, pay_unit = NULL, available_from_on = NULL,
    reach_km = NULL, seeker_kind = NULL, public_pool = 0, contact = 0, status = 'restricted', verified = 0,
    verified_at = NULL, verified_by = NULL, account = NULL, changed_at = :now
WHERE id = :person AND city = :city

-- Nobody is found by her identity number any more; she may come back as somebody new.
-- name: free_numbers
DELETE FROM person_numbers WHERE person = :person

-- name: forget_reads
DELETE FROM person_reads WHERE person = :person

-- name: forget_consents
DELETE FROM consents WHERE person = :person

-- Readings that nobody has to account for any more.
-- name: expire_reads
DELETE FROM person_reads WHERE id IN (SELECT id FROM person_reads WHERE at < :before ORDER BY at LIMIT :limit)
