-- Statements of the imports feature.

-- columns: imports
id, city, kind, filename, digest, status, account, role, place, organisation, form, columns, notes, publish,
progress_per_mille, ready, review, duplicates, refused, imported, failure, created_at, changed_at, finished_at

-- columns: import_rows
import, city, row, outcome, summary, title_key, duplicate_of, faults, suggestions, notes, content, result

-- A list that was sent in.
-- name: insert_import
INSERT INTO imports ({imports})
VALUES (:id, :city, :kind, :filename, :digest, :status, :account, :role, :place, :organisation,
    :form, :columns, :notes, :publish, :progress_per_mille, :ready, :review, :duplicates, :refused,
    :imported, :failure, :created_at, :changed_at, :finished_at)

-- One list.
-- name: find_import
SELECT {imports} FROM imports WHERE id = :import

-- Lists of an account or an organisation, newest first.
-- name: list_imports
SELECT {imports} FROM imports
WHERE (account = :account OR (:organisation IS NOT NULL AND organisation = :organisation))
  AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit

-- Lists in a status, oldest first: what the jobs work on.
-- name: imports_in_status
SELECT {imports} FROM imports WHERE status = :status ORDER BY id LIMIT 20

-- How many lists of an account are being read or applied.
-- name: count_busy
SELECT COUNT(*) FROM imports WHERE account = :account AND status IN ('reading', 'applying')

-- The same file by the same account, read and not failed.
-- name: same_file
SELECT id FROM imports
WHERE account = :account AND digest = :digest AND kind = :kind AND status <> 'failed'
ORDER BY id DESC LIMIT 1

-- Progress and counts; only while nobody has changed the status.
-- name: update_import
UPDATE imports SET status = :status, publish = :publish, progress_per_mille = :progress_per_mille,
    ready = :ready, review = :review, duplicates = :duplicates, refused = :refused,
    imported = :imported, failure = :failure, changed_at = :changed_at, finished_at = :finished_at
WHERE id = :id AND status = :status_before

-- A row that was read.
-- name: insert_row
INSERT INTO import_rows ({import_rows})
VALUES (:import, :city, :row, :outcome, :summary, :title_key, :duplicate_of, :faults, :suggestions,
    :notes, :content, :result)

-- One row.
-- name: find_row
SELECT {import_rows} FROM import_rows WHERE import = :import AND row = :row

-- Rows in the order of the file.
-- name: list_rows
SELECT {import_rows}
FROM import_rows WHERE import = :import AND row > :after ORDER BY row LIMIT :limit

-- Rows of one outcome in the order of the file.
-- name: list_rows_of_outcome
SELECT {import_rows} FROM import_rows WHERE import = :import AND outcome = :outcome AND row > :after
ORDER BY row LIMIT :limit

-- Rows with one title that wait for an occupation.
-- name: list_rows_of_title
SELECT {import_rows} FROM import_rows
WHERE import = :import AND title_key = :title_key AND outcome = 'review' AND row > :after
ORDER BY row LIMIT :limit

-- What a row has become; only from the outcome that it was found in.
-- name: update_row
UPDATE import_rows SET outcome = :outcome, duplicate_of = :duplicate_of, faults = :faults,
    suggestions = :suggestions, notes = :notes, content = :content, result = :result
WHERE import = :import AND row = :row AND outcome = :outcome_before

-- Rows by outcome, to prove the counts.
-- name: count_rows
SELECT COUNT(*) FROM import_rows WHERE import = :import AND outcome = :outcome

-- Removes rows of lists that ended long ago; the list itself and its counts stay.
-- name: forget_rows
DELETE FROM import_rows WHERE import IN
    (SELECT id FROM imports WHERE changed_at < :before AND status IN ('ready', 'done', 'failed')
     ORDER BY id LIMIT 5)

-- Rows of lists of people that became this person.
-- name: rows_of_person
SELECT i.organisation, i.place, r.row, i.created_at
FROM import_rows r JOIN imports i ON i.id = r.import
WHERE r.result = :person AND i.kind = 'supply' ORDER BY i.id, r.row

-- Takes out what such rows still say.
-- name: empty_rows_of_person
UPDATE import_rows SET summary = '', duplicate_of = '', notes = '[]', faults = '[]',
    suggestions = '[]', content = ''
WHERE result = :person AND import IN (SELECT id FROM imports WHERE kind = 'supply')
