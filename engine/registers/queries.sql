-- columns: entries
id, city, register_id, definition_version, version, place, organisation, person, subject_place, number,
status, counts, gate, standard, valid_from_on, valid_to_on, case_id, content AS "values", issued_at,
changed_at

-- columns: entry_proposals
id, city, act, entry, entry_version, register_id, place, organisation, reason, note, valid_from_on, valid_to_on, no_end,
content AS "values", status, proposed_by, proposed_at, decided_by, decided_at

-- All versions of one kind, each definition's newest last.
-- name: definitions
SELECT kind, id, version, digest, text, at, confirmed_at, confirmed_by
FROM definitions WHERE kind = :kind ORDER BY id, version

-- Whether there is any.
-- name: any_definition
SELECT version FROM definitions LIMIT 1

-- Keeps a version; no row when it is there.
-- name: insert_definition
INSERT INTO definitions (kind, id, version, digest, text, at)
VALUES (:kind, :id, :version, :digest, :text, :at)
ON CONFLICT (kind, id, version) DO NOTHING

-- An official confirms what is marked.
-- name: confirm_definition
UPDATE definitions SET confirmed_at = :now, confirmed_by = :by
WHERE kind = :kind AND id = :id AND version = :version

-- Adds an entry.
-- name: insert_entry
INSERT INTO entries (id, city, register_id, definition_version, version, place, organisation, person,
    subject_place, number, status, counts, gate, standard, valid_from_on, valid_to_on, case_id,
    content, search, issued_at, changed_at)
VALUES (:id, :city, :register_id, :definition_version, :version, :place, :organisation, :person,
    :subject_place, :number, :status, :counts, :gate, :standard, :valid_from_on, :valid_to_on,
    :case_id, :values, :search, :issued_at, :changed_at)

-- The next version takes the place of the one before; no row when that is not the present one.
-- name: change_entry
UPDATE entries SET definition_version = :definition_version, version = :version, status = :status,
    counts = :counts, gate = :gate, standard = :standard, valid_to_on = :valid_to_on,
    case_id = :case_id, content = :values, search = :search, changed_at = :changed_at
WHERE id = :id AND city = :city AND version = :version - 1

-- A new status is a new version; no row when the version before is not the present one.
-- name: change_status
UPDATE entries SET version = :version, status = :status, case_id = :case_id, changed_at = :changed_at
WHERE id = :id AND city = :city AND version = :version - 1

-- Adds a version to the history.
-- name: insert_version
INSERT INTO entry_versions (entry, city, version, definition_version, status, reason, note,
    by_account, case_id, at, valid_from_on, valid_to_on, content)
VALUES (:id, :city, :version, :definition_version, :status, :reason, :note, :by, :case_id,
    :changed_at, :valid_from_on, :valid_to_on, :values)

-- name: find_entry
SELECT {entries} FROM entries WHERE id = :entry

-- Who has a key.
-- name: entry_of_key
SELECT entry FROM entry_keys WHERE register_id = :register_id AND field = :field AND value = :value

-- Takes a key; no row when it is taken.
-- name: take_key
INSERT INTO entry_keys (register_id, field, value, entry, city)
VALUES (:register_id, :field, :value, :entry, :city)
ON CONFLICT (register_id, field, value) DO NOTHING

-- Gives the unique values of an entry free; never its number.
-- name: free_keys
DELETE FROM entry_keys WHERE entry = :entry AND field <> '#'

-- name: next_serial
INSERT INTO entry_series (register_id, series, last) VALUES (:register_id, :series, 1)
ON CONFLICT (register_id, series) DO UPDATE SET last = entry_series.last + 1

-- name: last_serial
SELECT last FROM entry_series WHERE register_id = :register_id AND series = :series

-- name: entries_of_organisation
SELECT {entries} FROM entries WHERE organisation = :organisation
    AND (:register_id IS NULL OR register_id = :register_id) ORDER BY id

-- name: entries_of_person
SELECT {entries} FROM entries WHERE person = :person
    AND (:register_id IS NULL OR register_id = :register_id) ORDER BY id

-- What the gate reads of an organisation. On the path of every grab.
-- name: entries_at_gate
SELECT {entries} FROM entries WHERE organisation = :organisation AND gate <> 'none' ORDER BY id

-- One page of a register, newest first.
-- name: list_entries_of_register
SELECT {entries} FROM entries
WHERE register_id = :register_id
    AND (:cursor IS NULL OR id < :cursor)
    AND (:place_first IS NULL OR (place >= :place_first AND place <= :place_last))
    AND (:status IS NULL OR status = :status)
    AND (:organisation IS NULL OR organisation = :organisation)
    AND (:person IS NULL OR person = :person)
    AND (:pattern IS NULL OR search LIKE :pattern ESCAPE '!')
ORDER BY id DESC LIMIT :limit

-- The same over all registers.
-- name: list_entries
SELECT {entries} FROM entries
WHERE (:cursor IS NULL OR id < :cursor)
    AND (:place_first IS NULL OR (place >= :place_first AND place <= :place_last))
    AND (:status IS NULL OR status = :status)
    AND (:organisation IS NULL OR organisation = :organisation)
    AND (:person IS NULL OR person = :person)
    AND (:pattern IS NULL OR search LIKE :pattern ESCAPE '!')
ORDER BY id DESC LIMIT :limit

-- name: history_of_entry
SELECT version, definition_version, status, reason, note, by_account AS "by", case_id, at,
    valid_from_on, valid_to_on, content AS "values"
FROM entry_versions WHERE entry = :entry ORDER BY version

-- name: insert_fact
INSERT INTO entry_facts (entry, city, register_id, field, value)
VALUES (:entry, :city, :register_id, :field, :value)
ON CONFLICT (entry, field, value, city) DO NOTHING

-- name: delete_facts
DELETE FROM entry_facts WHERE entry = :entry

-- name: count_values
SELECT f.value AS value, e.status AS status, COUNT(*) AS entries
FROM entry_facts f JOIN entries e ON e.id = f.entry AND e.city = f.city
WHERE f.register_id = :register_id AND f.field = :field
    AND (:place_first IS NULL OR (e.place >= :place_first AND e.place <= :place_last))
GROUP BY f.value, e.status ORDER BY f.value, e.status

-- name: count_places
SELECT place AS value, status, COUNT(*) AS entries
FROM entries WHERE register_id = :register_id GROUP BY place, status ORDER BY place, status

-- The valid recognitions of a register; those of entries issued within one of three places when they
-- are named.
-- name: recognitions
SELECT e.id AS id, e.city AS city, e.register_id AS register_id,
    e.definition_version AS definition_version, e.version AS version, e.place AS place,
    e.organisation AS organisation, e.person AS person, e.subject_place AS subject_place,
    e.number AS number, e.status AS status, e.counts AS counts, e.gate AS gate,
    e.standard AS standard, e.valid_from_on AS valid_from_on, e.valid_to_on AS valid_to_on,
    e.case_id AS case_id, e.content AS "values", e.issued_at AS issued_at, e.changed_at AS changed_at
FROM entry_facts f JOIN entries e ON e.id = f.entry AND e.city = f.city
WHERE f.register_id = 'recognition' AND f.field = 'register' AND f.value = :register
    AND e.status = 'valid'
    AND (:place IS NULL OR EXISTS (SELECT 1 FROM entry_facts o WHERE o.entry = e.id
        AND o.city = e.city AND o.field = 'origin' AND o.value IN (:place, :origin_city, :province)))
ORDER BY e.id

-- Entries whose last day has passed.
-- name: due_entries
SELECT {entries}
FROM entries WHERE status IN ('valid', 'suspended') AND valid_to_on < :today LIMIT :limit

-- name: insert_box
INSERT INTO entry_boxes (entry, city, field, version, box) VALUES (:entry, :city, :field, :version, :box)

-- The sealed value as it is now.
-- name: find_box
SELECT box FROM entry_boxes WHERE entry = :entry AND field = :field ORDER BY version DESC LIMIT 1

-- name: insert_proposal
INSERT INTO entry_proposals (id, city, act, entry, entry_version, register_id, place, organisation, reason, note,
    valid_from_on, valid_to_on, no_end, content, status, proposed_by, proposed_at)
VALUES (:id, :city, :act, :entry, :entry_version, :register_id, :place, :organisation, :reason, :note,
    :valid_from_on, :valid_to_on, :no_end, :values, :status, :proposed_by, :proposed_at)

-- One decision; no row when there was one before.
-- name: decide_proposal
UPDATE entry_proposals SET status = :status, decided_by = :decided_by, decided_at = :decided_at
WHERE id = :id AND city = :city AND status = 'waiting'

-- name: proposal_of_entry
SELECT {entry_proposals} FROM entry_proposals WHERE entry = :entry AND status = 'waiting'

-- name: proposal_about_organisation
SELECT {entry_proposals}
FROM entry_proposals WHERE organisation = :organisation AND register_id = :register_id
    AND entry IS NULL AND status = 'waiting' ORDER BY id LIMIT 1

-- What waits for a second official within a place, the oldest first.
-- name: proposals_that_wait
SELECT {entry_proposals}
FROM entry_proposals WHERE status = 'waiting' AND place >= :from AND place <= :to
    AND (entry IS NULL) = (:issue = 1) AND proposed_by <> :account
ORDER BY id LIMIT :limit
