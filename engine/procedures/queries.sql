-- name: insert_case
INSERT INTO cases (id, city, procedure_id, definition_version, place, counterpart,
    applicant_organisation, applicant_person, applicant_place, party_organisation, party_person,
    assisted_place, opened_by, officer, origin, state, waits_for, steps, confidential, told, late, counterpart_late, published_at,
    due_on, opened_at, changed_at, closed_at)
VALUES (:id, :city, :procedure_id, :definition_version, :place, :counterpart,
    :applicant_organisation, :applicant_person, :applicant_place, :party_organisation, :party_person,
    :assisted_place, :opened_by, :officer, :origin, :state, :waits_for, :steps, :confidential, :told, :late, :counterpart_late,
    :published_at, :due_on, :opened_at, :changed_at, :closed_at)

-- name: find_case
SELECT id, city, procedure_id, definition_version, place, counterpart, applicant_organisation,
    applicant_person, applicant_place, party_organisation, party_person, assisted_place, opened_by,
    officer, origin, state, waits_for, steps, confidential, told, late, counterpart_late, published_at, due_on, opened_at, changed_at,
    closed_at
FROM cases WHERE id = :case_id

-- Changes nothing when another step was faster.
-- name: advance_case
UPDATE cases SET state = :state, waits_for = :waits_for, steps = :steps, told = :told, late = :late,
    counterpart_late = :counterpart_late,
    published_at = :published_at, counterpart = :counterpart,
    party_organisation = :party_organisation, party_person = :party_person,
    changed_at = :changed_at, closed_at = :closed_at
WHERE id = :id AND steps = :before AND closed_at IS NULL

-- name: set_case_due
UPDATE cases SET due_on = :due_on, late = :late, counterpart_late = :counterpart_late WHERE id = :case_id

-- name: set_case_officer
UPDATE cases SET officer = :officer, changed_at = :now WHERE id = :case_id AND closed_at IS NULL

-- name: count_open_cases
SELECT COUNT(*) FROM cases
WHERE procedure_id = :procedure_id AND closed_at IS NULL AND id <> :except
    AND ((:organisation IS NOT NULL AND (party_organisation = :organisation
            OR (party_organisation IS NULL AND party_person IS NULL
                AND applicant_organisation = :organisation)))
        OR (:person IS NOT NULL AND (party_person = :person
            OR (party_organisation IS NULL AND party_person IS NULL
                AND applicant_person = :person))))

-- name: insert_case_step
INSERT INTO case_steps (id, city, case_id, ordinal, step, from_state, to_state, actor, account, on_behalf_of,
    account_place, assisted, reason, form, form_values, sealed, notice, at)
VALUES (:id, :city, :case_id, :ordinal, :step, :from_state, :to_state, :actor, :account, :on_behalf_of,
    :account_place, :assisted, :reason, :form, :form_values, :sealed, :notice, :at)

-- name: case_steps_of
SELECT id, city, case_id, ordinal, step, from_state, to_state, actor, account, on_behalf_of, account_place,
    assisted, reason, form, form_values, sealed, notice, at
FROM case_steps WHERE case_id = :case_id ORDER BY ordinal

-- name: insert_case_clock
INSERT INTO case_clocks (id, city, case_id, clock, unit, started_on, days, paused_days, paused_on,
    rolls, status, extended, rung, due_on, rings_at, overdue_at)
VALUES (:id, :city, :case_id, :clock, :unit, :started_on, :days, :paused_days, :paused_on, :rolls,
    :status, :extended, :rung, :due_on, :rings_at, :overdue_at)

-- name: update_case_clock
UPDATE case_clocks SET days = :days, paused_days = :paused_days, paused_on = :paused_on,
    status = :status, extended = :extended, rung = :rung, due_on = :due_on, rings_at = :rings_at,
    overdue_at = :overdue_at
WHERE id = :id

-- name: case_clocks_of
SELECT id, city, case_id, clock, unit, started_on, days, paused_days, paused_on, rolls, status,
    extended, rung, due_on, rings_at, overdue_at
FROM case_clocks WHERE case_id = :case_id ORDER BY id

-- name: clocks_that_ring
SELECT id, city, case_id, clock, unit, started_on, days, paused_days, paused_on, rolls, status,
    extended, rung, due_on, rings_at, overdue_at
FROM case_clocks WHERE rings_at IS NOT NULL AND rings_at <= :now ORDER BY rings_at, id LIMIT :limit

-- name: insert_case_file
INSERT INTO case_files (id, city, case_id, account, actor, name, type, bytes, digest, audience, at)
VALUES (:id, :city, :case_id, :account, :actor, :name, :type, :bytes, :digest, :audience, :at)

-- name: insert_case_file_content
INSERT INTO case_file_contents (file_id, city, content) VALUES (:file_id, :city, :content)

-- name: find_case_file
SELECT id, city, case_id, account, actor, name, type, bytes, digest, audience, at, altered_at
FROM case_files WHERE id = :file_id

-- name: case_file_content
SELECT content FROM case_file_contents WHERE file_id = :file_id

-- name: case_files_of
SELECT id, city, case_id, account, actor, name, type, bytes, digest, audience, at, altered_at
FROM case_files WHERE case_id = :case_id ORDER BY id

-- Files whose bytes are still there, in closed cases of a person.
-- name: case_files_of_person
SELECT f.id AS id, f.city AS city, f.case_id AS case_id, f.account AS account, f.actor AS actor, f.name AS name,
    f.type AS type, f.bytes AS bytes, f.digest AS digest, f.audience AS audience, f.at AS at, f.altered_at AS altered_at
FROM case_files f JOIN cases c ON c.id = f.case_id
WHERE c.closed_at IS NOT NULL AND (c.applicant_person = :person OR c.party_person = :person) AND f.name <> ''
ORDER BY f.id

-- Marks a file as altered, or as whole again; changes nothing when it stands so already.
-- name: mark_case_file
UPDATE case_files SET altered_at = :altered_at
WHERE id = :file_id AND (altered_at IS NULL) = (:altered_at IS NOT NULL)

-- Changes nothing when the file is of another account or another case.
-- name: attach_case_file
UPDATE case_files SET case_id = :case_id, city = :city, actor = :actor, audience = :audience
WHERE id = :file_id AND case_id IS NULL AND account = :account

-- name: attach_case_file_content
UPDATE case_file_contents SET city = :city WHERE file_id = :file_id

-- name: forgotten_case_files
SELECT id, city, case_id, account, actor, name, type, bytes, digest, audience, at, altered_at
FROM case_files WHERE case_id IS NULL AND at < :before ORDER BY at LIMIT :limit

-- name: delete_case_file
DELETE FROM case_files WHERE id = :file_id AND case_id IS NULL

-- name: delete_case_file_content
DELETE FROM case_file_contents WHERE file_id = :file_id

-- name: waiting_file_bytes
SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM case_files WHERE case_id IS NULL AND account = :account

-- name: insert_case_comment
INSERT INTO case_comments (id, city, case_id, account, actor, audience, text, at)
VALUES (:id, :city, :case_id, :account, :actor, :audience, :text, :at)

-- name: case_comments_of
SELECT id, city, case_id, account, actor, audience, text, at
FROM case_comments WHERE case_id = :case_id ORDER BY id

-- name: insert_case_document
INSERT INTO case_documents (id, city, case_id, step_id, document, title_zh, title_en, number,
    authority, text, digest, at)
VALUES (:id, :city, :case_id, :step_id, :document, :title_zh, :title_en, :number, :authority, :text,
    :digest, :at)

-- name: find_case_document
SELECT id, city, case_id, step_id, document, title_zh, title_en, number, authority, text, digest, at
FROM case_documents WHERE id = :document_id

-- name: case_documents_of
SELECT id, city, case_id, step_id, document, title_zh, title_en, number, authority, text, digest, at
FROM case_documents WHERE case_id = :case_id ORDER BY id

-- name: next_serial
INSERT INTO case_series (city, series, last) VALUES (:city, :series, 1)
ON CONFLICT (city, series) DO UPDATE SET last = case_series.last + 1

-- name: last_serial
SELECT last FROM case_series WHERE city = :city AND series = :series

-- name: insert_case_entry
INSERT INTO case_entries (city, case_id, entry_id, register_id, number)
VALUES (:city, :case_id, :entry_id, :register_id, :number)
ON CONFLICT (city, case_id, entry_id) DO NOTHING

-- name: case_entries_of
SELECT city, case_id, entry_id, register_id, number FROM case_entries WHERE case_id = :case_id
ORDER BY entry_id

-- The time of keeping a person's closed cases is over: the timeline stays, what was written goes.
-- name: forget_case_steps
UPDATE case_steps SET form_values = '{}', sealed = '{}', reason = NULL, notice = NULL
WHERE case_id IN (SELECT id FROM cases WHERE closed_at IS NOT NULL
    AND (applicant_person = :person OR party_person = :person))

-- name: forget_case_comments
UPDATE case_comments SET text = ''
WHERE case_id IN (SELECT id FROM cases WHERE closed_at IS NOT NULL
    AND (applicant_person = :person OR party_person = :person))

-- name: forget_case_documents
UPDATE case_documents SET text = ''
WHERE case_id IN (SELECT id FROM cases WHERE closed_at IS NOT NULL
    AND (applicant_person = :person OR party_person = :person))

-- name: forget_case_file_contents
UPDATE case_file_contents SET content = ''
WHERE file_id IN (SELECT f.id FROM case_files f JOIN cases c ON c.id = f.case_id
    WHERE c.closed_at IS NOT NULL AND (c.applicant_person = :person OR c.party_person = :person))

-- name: forget_case_file_names
UPDATE case_files SET name = ''
WHERE case_id IN (SELECT id FROM cases WHERE closed_at IS NOT NULL
    AND (applicant_person = :person OR party_person = :person))

-- name: insert_delegation
INSERT INTO case_delegations (id, city, place, role, given_by, given_to, procedure_id, case_id, from_on, to_on, made_at)
VALUES (:id, :city, :place, :role, :given_by, :given_to, :procedure_id, :case_id, :from_on, :to_on, :made_at)

-- name: count_overlapping_delegations
SELECT COUNT(*) FROM case_delegations
WHERE given_by = :given_by AND ended_at IS NULL AND from_on <= :to_on AND to_on >= :from_on
    AND (procedure_id = :procedure_id OR case_id = :case_id)

-- Changes nothing when it was ended before.
-- name: end_delegation
UPDATE case_delegations SET ended_at = :now, ended_by = :account WHERE id = :delegation AND ended_at IS NULL

-- name: find_delegation
SELECT id, city, place, role, given_by, given_to, procedure_id, case_id, from_on, to_on, made_at, ended_at, ended_by
FROM case_delegations WHERE id = :delegation

-- name: delegations_of_account
SELECT id, city, place, role, given_by, given_to, procedure_id, case_id, from_on, to_on, made_at, ended_at, ended_by
FROM case_delegations WHERE given_by = :account OR given_to = :account ORDER BY id DESC LIMIT :limit

-- name: delegations_between
SELECT id, city, place, role, given_by, given_to, procedure_id, case_id, from_on, to_on, made_at, ended_at, ended_by
FROM case_delegations WHERE given_by = :given_by AND given_to = :given_to ORDER BY id DESC

-- name: delegations_to_account
SELECT id, city, place, role, given_by, given_to, procedure_id, case_id, from_on, to_on, made_at, ended_at, ended_by
FROM case_delegations
WHERE given_to = :account AND ended_at IS NULL AND from_on <= :today AND to_on >= :today ORDER BY id

-- What was handed to somebody for that day, ended early or not.
-- name: delegations_meant_for
SELECT id, city, place, role, given_by, given_to, procedure_id, case_id, from_on, to_on, made_at, ended_at, ended_by
FROM case_delegations WHERE given_to = :account AND from_on <= :today AND to_on >= :today ORDER BY id

-- name: delegations_by_account
SELECT id, city, place, role, given_by, given_to, procedure_id, case_id, from_on, to_on, made_at, ended_at, ended_by
FROM case_delegations
WHERE given_by = :account AND ended_at IS NULL AND from_on <= :today AND to_on >= :today ORDER BY id

-- What the files of a case weigh together.
-- name: case_file_bytes
SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM case_files WHERE case_id = :case_id
