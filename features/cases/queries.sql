-- Cases that an office sees: it handles them, is the counterpart, or applied.
-- name: office_cases
SELECT id, city, procedure_id, definition_version, place, counterpart, applicant_organisation,
    applicant_person, applicant_place, party_organisation, party_person, assisted_place, opened_by,
    officer, origin, state, waits_for, steps, confidential, told, late, counterpart_late, published_at, due_on,
    opened_at, changed_at, closed_at
FROM cases
WHERE ((place >= :from AND place <= :to) OR (counterpart >= :from AND counterpart <= :to)
        OR applicant_place = :office OR assisted_place = :office)
    AND (:procedure IS NULL OR procedure_id = :procedure)
    AND (:state IS NULL OR state = :state)
    AND (:open IS NULL OR (closed_at IS NULL) = (:open = 1))
    AND (:overdue IS NULL OR (closed_at IS NULL AND due_on IS NOT NULL AND due_on < :today) = (:overdue = 1))
    AND (:officer IS NULL OR officer = :officer)
    AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
    AND (:my_turn IS NULL OR (waits_for = :own AND place >= :from AND place <= :to)
        OR (waits_for = :opposite AND counterpart >= :from AND counterpart <= :to)
        OR (waits_for = 'applicant' AND (applicant_place = :office OR assisted_place = :office)))
    AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit

-- The same, what ends first before the others.
-- name: office_cases_due
SELECT id, city, procedure_id, definition_version, place, counterpart, applicant_organisation,
    applicant_person, applicant_place, party_organisation, party_person, assisted_place, opened_by,
    officer, origin, state, waits_for, steps, confidential, told, late, counterpart_late, published_at, due_on,
    opened_at, changed_at, closed_at
FROM cases
WHERE ((place >= :from AND place <= :to) OR (counterpart >= :from AND counterpart <= :to)
        OR applicant_place = :office OR assisted_place = :office)
    AND closed_at IS NULL
    AND (:procedure IS NULL OR procedure_id = :procedure)
    AND (:state IS NULL OR state = :state)
    AND (:overdue IS NULL OR (due_on IS NOT NULL AND due_on < :today) = (:overdue = 1))
    AND (:officer IS NULL OR officer = :officer)
    AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
    AND (:my_turn IS NULL OR (waits_for = :own AND place >= :from AND place <= :to)
        OR (waits_for = :opposite AND counterpart >= :from AND counterpart <= :to)
        OR (waits_for = 'applicant' AND (applicant_place = :office OR assisted_place = :office)))
    AND (:due_after IS NULL OR COALESCE(due_on, '9999-12-31') > :due_after
        OR (COALESCE(due_on, '9999-12-31') = :due_after AND id > :cursor))
ORDER BY COALESCE(due_on, '9999-12-31'), id LIMIT :limit

-- Cases of an organisation or a person: its own, and those about it that it may know of.
-- name: side_cases
SELECT id, city, procedure_id, definition_version, place, counterpart, applicant_organisation,
    applicant_person, applicant_place, party_organisation, party_person, assisted_place, opened_by,
    officer, origin, state, waits_for, steps, confidential, told, late, counterpart_late, published_at, due_on,
    opened_at, changed_at, closed_at
FROM cases
WHERE (applicant_organisation = :organisation OR applicant_person = :person
        OR (party_organisation = :organisation AND (told = 1 OR confidential = 0))
        OR (party_person = :person AND (told = 1 OR confidential = 0)))
    AND (:procedure IS NULL OR procedure_id = :procedure)
    AND (:state IS NULL OR state = :state)
    AND (:open IS NULL OR (closed_at IS NULL) = (:open = 1))
    AND (:overdue IS NULL OR (closed_at IS NULL AND due_on IS NOT NULL AND due_on < :today) = (:overdue = 1))
    AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
    AND (:my_turn IS NULL
        OR (waits_for = 'applicant' AND (applicant_organisation = :organisation OR applicant_person = :person))
        OR (waits_for = 'party' AND (party_organisation = :organisation OR party_person = :person
            OR (party_organisation IS NULL AND party_person IS NULL
                AND (applicant_organisation = :organisation OR applicant_person = :person)))))
    AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit

-- name: side_cases_due
SELECT id, city, procedure_id, definition_version, place, counterpart, applicant_organisation,
    applicant_person, applicant_place, party_organisation, party_person, assisted_place, opened_by,
    officer, origin, state, waits_for, steps, confidential, told, late, counterpart_late, published_at, due_on,
    opened_at, changed_at, closed_at
FROM cases
WHERE (applicant_organisation = :organisation OR applicant_person = :person
        OR (party_organisation = :organisation AND (told = 1 OR confidential = 0))
        OR (party_person = :person AND (told = 1 OR confidential = 0)))
    AND closed_at IS NULL
    AND (:procedure IS NULL OR procedure_id = :procedure)
    AND (:state IS NULL OR state = :state)
    AND (:overdue IS NULL OR (due_on IS NOT NULL AND due_on < :today) = (:overdue = 1))
    AND (:place_from IS NULL OR (place >= :place_from AND place <= :place_to))
    AND (:my_turn IS NULL
        OR (waits_for = 'applicant' AND (applicant_organisation = :organisation OR applicant_person = :person))
        OR (waits_for = 'party' AND (party_organisation = :organisation OR party_person = :person
            OR (party_organisation IS NULL AND party_person IS NULL
                AND (applicant_organisation = :organisation OR applicant_person = :person)))))
    AND (:due_after IS NULL OR COALESCE(due_on, '9999-12-31') > :due_after
        OR (COALESCE(due_on, '9999-12-31') = :due_after AND id > :cursor))
ORDER BY COALESCE(due_on, '9999-12-31'), id LIMIT :limit

-- Cases of an organisation and about it, the newest first: for who then looks which of them she may see.
-- name: cases_about_organisation
SELECT id, city, procedure_id, definition_version, place, counterpart, applicant_organisation,
    applicant_person, applicant_place, party_organisation, party_person, assisted_place, opened_by,
    officer, origin, state, waits_for, steps, confidential, told, late, counterpart_late, published_at, due_on,
    opened_at, changed_at, closed_at
FROM cases WHERE applicant_organisation = :organisation OR party_organisation = :organisation
ORDER BY id DESC LIMIT :limit

-- Overdue cases of the places below an office. The places are compared as made texts, so that the index of
-- late cases is read and not that of places.
-- name: overdue_below
SELECT id, city, procedure_id, definition_version, place, counterpart, applicant_organisation,
    applicant_person, applicant_place, party_organisation, party_person, assisted_place, opened_by,
    officer, origin, state, waits_for, steps, confidential, told, late, counterpart_late, published_at, due_on,
    opened_at, changed_at, closed_at
FROM cases
WHERE closed_at IS NULL AND late = 1 AND COALESCE(due_on, '9999-12-31') < :today
    AND waits_for NOT IN ('counterpart_official', 'counterpart_inspector')
    AND place || '' > :from AND place || '' <= :to
ORDER BY COALESCE(due_on, '9999-12-31'), id LIMIT :limit

-- The same of those that wait for a counterpart below the office: it is late, not who asked.
-- name: overdue_below_elsewhere
SELECT id, city, procedure_id, definition_version, place, counterpart, applicant_organisation,
    applicant_person, applicant_place, party_organisation, party_person, assisted_place, opened_by,
    officer, origin, state, waits_for, steps, confidential, told, late, counterpart_late, published_at, due_on,
    opened_at, changed_at, closed_at
FROM cases
WHERE closed_at IS NULL AND counterpart_late = 1 AND COALESCE(due_on, '9999-12-31') < :today
    AND waits_for IN ('counterpart_official', 'counterpart_inspector')
    AND counterpart || '' > :from AND counterpart || '' <= :to
ORDER BY COALESCE(due_on, '9999-12-31'), id LIMIT :limit

-- name: count_officer_cases
SELECT COUNT(*) FROM cases
WHERE officer = :officer AND closed_at IS NULL AND place >= :from AND place <= :to

-- What timeliness is counted from: opened within the days, or open still.
-- name: cases_of_period
SELECT id, procedure_id, definition_version, place, counterpart, opened_at, closed_at, due_on, late, counterpart_late
FROM cases
WHERE ((place >= :from AND place <= :to) OR (counterpart >= :from AND counterpart <= :to)) AND opened_at < :until
    AND (closed_at IS NULL OR closed_at >= :since OR opened_at >= :since)
    AND (:procedure IS NULL OR procedure_id = :procedure)

-- When those that have a counterpart came to which state.
-- name: turns_of_period
SELECT s.case_id AS case_id, s.to_state AS to_state, s.at AS at
FROM case_steps s JOIN cases c ON c.id = s.case_id
WHERE c.counterpart IS NOT NULL
    AND ((c.place >= :from AND c.place <= :to) OR (c.counterpart >= :from AND c.counterpart <= :to))
    AND c.opened_at < :until AND (c.closed_at IS NULL OR c.closed_at >= :since OR c.opened_at >= :since)
    AND (:procedure IS NULL OR c.procedure_id = :procedure)
ORDER BY s.case_id, s.ordinal

-- Cases that a person applied for or is the party of.
-- name: cases_of_person
SELECT id, city, procedure_id, definition_version, place, counterpart, applicant_organisation,
    applicant_person, applicant_place, party_organisation, party_person, assisted_place, opened_by,
    officer, origin, state, waits_for, steps, confidential, told, late, counterpart_late, published_at, due_on,
    opened_at, changed_at, closed_at
FROM cases WHERE applicant_person = :person OR party_person = :person ORDER BY id
