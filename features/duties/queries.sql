-- columns: duties
id, city, place, office, set_place, title, what, plan_row, measure, proof_asked, starts_on, due_on, status,
progress, note, made_by, made_at, reported_by, reported_at, proved, confirmed_by, confirmed_at, changed_at

-- columns: duty_findings
id, city, duty_id, visited_on, found, due_on, status, remedy, proof, digest, made_by, made_at, remedied_by,
remedied_at, closed_by, closed_at

-- columns: duty_assessments
id, city, place, year, set_place, status, score_lines, points, adjusted, made_by, made_at, agreed_by, told_at,
appeal_until, appeal, decision, decided_by, published_at, changed_at

-- name: insert_duty
INSERT INTO duties ({duties})
VALUES (:id, :city, :place, :office, :set_place, :title, :what, :plan_row, :measure, :proof_asked,
    :starts_on, :due_on, :status, :progress, :note, :made_by, :made_at, :reported_by, :reported_at,
    :proved, :confirmed_by, :confirmed_at, :changed_at)

-- Changes nothing when somebody was faster.
-- name: update_duty
UPDATE duties SET status = :status, progress = :progress, note = :note, reported_by = :reported_by,
    reported_at = :reported_at, proved = :proved, confirmed_by = :confirmed_by,
    confirmed_at = :confirmed_at, changed_at = :changed_at
WHERE id = :id AND status = :from

-- name: find_duty
SELECT {duties} FROM duties WHERE id = :duty

-- Duties of places and those that an office set, what is due first before the others.
-- name: list_duties
SELECT {duties} FROM duties
WHERE ((place >= :from AND place <= :to) OR (set_place >= :from AND set_place <= :to))
    AND (:place IS NULL OR place = :place) AND (:status IS NULL OR status = :status)
    AND (:due_from IS NULL OR due_on >= :due_from) AND (:due_to IS NULL OR due_on <= :due_to)
ORDER BY due_on, id

-- name: insert_report
INSERT INTO duty_reports (id, city, duty_id, progress, said, proof, digest, account, at)
VALUES (:id, :city, :duty_id, :progress, :said, :proof, :digest, :account, :at)

-- name: reports_of
SELECT id, city, duty_id, progress, said, proof, digest, account, at FROM duty_reports
WHERE duty_id = :duty ORDER BY id DESC

-- name: insert_finding
INSERT INTO duty_findings ({duty_findings})
VALUES (:id, :city, :duty_id, :visited_on, :found, :due_on, :status, :remedy, :proof, :digest, :made_by,
    :made_at, :remedied_by, :remedied_at, :closed_by, :closed_at)

-- name: insert_visit
INSERT INTO duty_visits (id, city, duty_id, visited_on, saw, made_by, made_at)
VALUES (:id, :city, :duty_id, :visited_on, :saw, :made_by, :made_at)

-- name: visits_of
SELECT id, city, duty_id, visited_on, saw, made_by, made_at FROM duty_visits
WHERE duty_id = :duty ORDER BY id

-- name: update_finding
UPDATE duty_findings SET status = :status, remedy = :remedy, proof = :proof, digest = :digest,
    remedied_by = :remedied_by, remedied_at = :remedied_at, closed_by = :closed_by,
    closed_at = :closed_at
WHERE id = :id AND status = :from

-- name: find_finding
SELECT {duty_findings} FROM duty_findings WHERE id = :finding

-- name: findings_of
SELECT {duty_findings} FROM duty_findings WHERE duty_id = :duty ORDER BY id

-- The findings of the duties that list_duties finds.
-- name: findings_of_list
SELECT f.id, f.city, f.duty_id, f.visited_on, f.found, f.due_on, f.status, f.remedy, f.proof, f.digest,
    f.made_by, f.made_at, f.remedied_by, f.remedied_at, f.closed_by, f.closed_at
FROM duty_findings f JOIN duties d ON d.id = f.duty_id
WHERE ((d.place >= :from AND d.place <= :to) OR (d.set_place >= :from AND d.set_place <= :to))
    AND (:place IS NULL OR d.place = :place) AND (:status IS NULL OR d.status = :status)
    AND (:due_from IS NULL OR d.due_on >= :due_from) AND (:due_to IS NULL OR d.due_on <= :due_to)
ORDER BY f.duty_id, f.id

-- name: insert_assessment
INSERT INTO duty_assessments ({duty_assessments})
VALUES (:id, :city, :place, :year, :set_place, :status, :score_lines, :points, :adjusted, :made_by,
    :made_at, :agreed_by, :told_at, :appeal_until, :appeal, :decision, :decided_by, :published_at,
    :changed_at)
ON CONFLICT (city, place, year) DO NOTHING

-- name: update_assessment
UPDATE duty_assessments SET status = :status, adjusted = :adjusted, agreed_by = :agreed_by,
    told_at = :told_at, appeal_until = :appeal_until, appeal = :appeal, decision = :decision,
    decided_by = :decided_by, published_at = :published_at, changed_at = :changed_at
WHERE id = :id AND status = :from

-- name: find_assessment
SELECT {duty_assessments} FROM duty_assessments WHERE id = :assessment

-- Published ones, and those of the reader's places or set by them.
-- name: list_assessments
SELECT {duty_assessments} FROM duty_assessments
WHERE (:year IS NULL OR year = :year)
    AND (status = 'published' OR (:from IS NOT NULL
        AND ((place >= :from AND place <= :to) OR (set_place >= :from AND set_place <= :to))))
ORDER BY year DESC, points + adjusted DESC, place
