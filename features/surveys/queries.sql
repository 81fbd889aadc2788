-- columns: surveys
id, city, place, title, status, questions, version, commitment, secret_box, secret, position, seed,
frame_digest, allotment, wanted, villages, households, cell_min, formula, made_by, made_at,
started_at, computed_by, computed_at, published_by, published_at, emptied_at

-- name: insert_survey
INSERT INTO surveys ({surveys})
VALUES (:id, :city, :place, :title, :status, :questions, :version, :commitment, :secret_box, :secret, :position,
    :seed, :frame_digest, :allotment, :wanted, :villages, :households, :cell_min, :formula, :made_by, :made_at, :started_at,
    :computed_by, :computed_at, :published_by, :published_at, :emptied_at)

-- Changes nothing when somebody was faster.
-- name: update_survey
UPDATE surveys SET title = :title, status = :status, questions = :questions, version = :version,
    secret_box = :secret_box, secret = :secret, position = :position, seed = :seed, frame_digest = :frame_digest,
    allotment = :allotment, wanted = :wanted, villages = :villages, households = :households,
    cell_min = :cell_min, formula = :formula, started_at = :started_at, computed_by = :computed_by, computed_at = :computed_at,
    published_by = :published_by, published_at = :published_at, emptied_at = :emptied_at
WHERE id = :id AND city = :city AND status = :from

-- name: find_survey
SELECT {surveys} FROM surveys WHERE id = :survey

-- Newest first: those that are published, and those that an office takes part in.
-- name: list_surveys
SELECT {surveys} FROM surveys
WHERE (:cursor IS NULL OR id < :cursor)
    AND (status = 'published'
         OR (:seen_from IS NOT NULL
             AND ((place >= :seen_from AND place <= :seen_to) OR place = :city_place OR place = :province)))
ORDER BY id DESC LIMIT :limit

-- Surveys that still take answers and in which the account collects.
-- name: surveys_of_collector
SELECT {surveys} FROM surveys
WHERE status IN ('collecting', 'computed')
    AND EXISTS (SELECT 1 FROM survey_households WHERE survey_households.survey = surveys.id
        AND survey_households.city = surveys.city AND collector = :account AND issued = 1)
ORDER BY id DESC

-- name: surveys_to_empty
SELECT {surveys} FROM surveys WHERE published_at < :before AND emptied_at IS NULL ORDER BY id LIMIT 1

-- One that was never published, and about which nothing has been heard or computed since.
-- name: unpublished_surveys_to_empty
SELECT {surveys} FROM surveys s WHERE status IN ('collecting', 'computed') AND started_at < :before AND emptied_at IS NULL
    AND (computed_at IS NULL OR computed_at < :before)
    AND NOT EXISTS (SELECT 1 FROM survey_answers a
        WHERE a.city = s.city AND a.survey = s.id AND a.received_at >= :before)
ORDER BY id LIMIT 1

-- name: delete_villages
DELETE FROM survey_villages WHERE city = :city AND survey = :survey

-- name: insert_village
INSERT INTO survey_villages (city, survey, village, place, name, type, size, spread)
VALUES (:city, :survey, :village, :place, :name, :type, :size, :spread)

-- name: villages
SELECT village, place, name, type, size, spread FROM survey_villages WHERE city = :city AND survey = :survey
ORDER BY village

-- name: insert_stratum
INSERT INTO survey_strata (city, survey, stratum, place, type, size, drawn)
VALUES (:city, :survey, :stratum, :place, :type, :size, :drawn)

-- name: strata
SELECT stratum, place, type, size, drawn FROM survey_strata WHERE city = :city AND survey = :survey
ORDER BY stratum

-- name: insert_household
INSERT INTO survey_households (id, city, survey, stratum, village, ordinal, rank, issued, replaced, collector,
    status, changed_at)
VALUES (:id, :city, :survey, :stratum, :village, :ordinal, :rank, :issued, :replaced, :collector, :status,
    :changed_at)

-- name: find_household
SELECT id, city, survey, stratum, village, ordinal, rank, issued, replaced, collector, status, changed_at
FROM survey_households WHERE id = :household

-- name: issued_households
SELECT id, city, survey, stratum, village, ordinal, rank, issued, replaced, collector, status, changed_at
FROM survey_households WHERE city = :city AND survey = :survey AND issued = 1 ORDER BY id

-- name: households_page
SELECT id, city, survey, stratum, village, ordinal, rank, issued, replaced, collector, status, changed_at
FROM survey_households
WHERE city = :city AND survey = :survey AND issued = 1 AND (:status IS NULL OR status = :status)
    AND (:cursor IS NULL OR id > :cursor)
ORDER BY id LIMIT :limit

-- name: households_of_collector
SELECT id, city, survey, stratum, village, ordinal, rank, issued, replaced, collector, status, changed_at
FROM survey_households
WHERE city = :city AND survey = :survey AND collector = :account AND issued = 1
ORDER BY village, ordinal

-- name: next_replacement
SELECT id, city, survey, stratum, village, ordinal, rank, issued, replaced, collector, status, changed_at
FROM survey_households
WHERE city = :city AND survey = :survey AND stratum = :stratum AND issued = 0 ORDER BY rank LIMIT 1

-- name: update_household
UPDATE survey_households SET issued = :issued, replaced = :replaced, collector = :collector, status = :status,
    changed_at = :changed_at
WHERE id = :id AND city = :city

-- name: name_collector
UPDATE survey_households SET collector = :account
WHERE city = :city AND survey = :survey AND issued = 1 AND (:village IS NULL OR village = :village)

-- name: insert_answer
INSERT INTO survey_answers (id, city, survey, household, client, version, account, outcome, consented, standing,
    box, made_at, received_at)
VALUES (:id, :city, :survey, :household, :client, :version, :account, :outcome, :consented, :standing, :box,
    :made_at, :received_at)

-- name: set_standing
UPDATE survey_answers SET standing = :standing WHERE id = :id AND city = :city

-- name: answers_of_household
SELECT id, city, survey, household, client, version, account, outcome, consented, standing, box, made_at,
    received_at
FROM survey_answers WHERE city = :city AND household = :household ORDER BY id

-- name: heads_of_survey
SELECT id, city, survey, household, client, version, account, outcome, consented, standing, box, made_at,
    received_at
FROM survey_answers WHERE city = :city AND survey = :survey AND standing = 'head' ORDER BY household, id

-- name: empty_household
UPDATE survey_answers SET box = '' WHERE city = :city AND household = :household

-- name: empty_survey
UPDATE survey_answers SET box = '' WHERE city = :city AND survey = :survey

-- name: insert_settlement
INSERT INTO survey_settlements (city, household, at, account, answer, reason)
VALUES (:city, :household, :at, :account, :answer, :reason)

-- name: insert_reading
INSERT INTO survey_readings (city, survey, household, account, at, purpose)
VALUES (:city, :survey, :household, :account, :at, :purpose)
ON CONFLICT DO NOTHING

-- The newest readings.
-- name: readings
SELECT at, purpose FROM survey_readings WHERE city = :city AND household = :household ORDER BY at DESC LIMIT 50

-- name: delete_results
DELETE FROM survey_results WHERE city = :city AND survey = :survey

-- name: insert_result
INSERT INTO survey_results (city, survey, line, place, question, choice, hidden, answered, value, low, high,
    total, total_low, total_high)
VALUES (:city, :survey, :line, :place, :question, :choice, :hidden, :answered, :value, :low, :high, :total,
    :total_low, :total_high)

-- name: results
SELECT line, place, question, choice, hidden, answered, value, low, high, total, total_low, total_high
FROM survey_results WHERE city = :city AND survey = :survey ORDER BY line

-- name: count_states
SELECT stratum, status, COUNT(*) AS households FROM survey_households
WHERE city = :city AND survey = :survey AND issued = 1 GROUP BY stratum, status
