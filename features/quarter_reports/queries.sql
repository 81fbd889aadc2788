-- columns: quarter_reports
id, city, place, period, status, version, number, demand_formula, supply_formula, position, demand, supply,
left_out, persons_min, firms_min, included, excluded, quarter_before, year_before, digest, note, made_by,
made_at, submitted_by, published_by, published_at, changed_at

-- Nothing is inserted when such a report is being made.
-- name: insert_report
INSERT INTO quarter_reports ({quarter_reports})
VALUES (:id, :city, :place, :period, :status, :version, :number, :demand_formula, :supply_formula,
    :position, :demand, :supply, :left_out, :persons_min, :firms_min, :included, :excluded,
    :quarter_before, :year_before, :digest, :note, :made_by, :made_at, :submitted_by, :published_by,
    :published_at, :changed_at)
ON CONFLICT (city, place, period, version) DO NOTHING

-- Changes nothing when somebody was faster.
-- name: update_report
UPDATE quarter_reports SET status = :status, version = :version, number = :number,
    demand_formula = :demand_formula, supply_formula = :supply_formula, position = :position,
    demand = :demand, supply = :supply, left_out = :left_out, persons_min = :persons_min,
    firms_min = :firms_min, included = :included, excluded = :excluded,
    quarter_before = :quarter_before, year_before = :year_before, digest = :digest, note = :note,
    made_by = :made_by, made_at = :made_at, submitted_by = :submitted_by,
    published_by = :published_by, published_at = :published_at, changed_at = :changed_at
WHERE id = :id AND status = :from

-- name: find_report
SELECT {quarter_reports} FROM quarter_reports WHERE id = :report

-- Reports newest first: published ones, and those of the reader's places and of the region.
-- name: list_reports
SELECT {quarter_reports} FROM quarter_reports
WHERE (:cursor IS NULL OR id < :cursor) AND (:period IS NULL OR period = :period)
    AND (:status IS NULL OR status = :status)
    AND (status = 'published'
         OR (:seen_from IS NOT NULL AND (place = '' OR (place >= :seen_from AND place <= :seen_to))))
ORDER BY id DESC LIMIT :limit

-- The newest published version for a place and quarter: what later reports are compared with.
-- name: newest_published
SELECT {quarter_reports} FROM quarter_reports
WHERE place = :place AND period = :period AND status = 'published'
ORDER BY version DESC LIMIT 1

-- What was published of a place and quarter.
-- name: published_versions
SELECT {quarter_reports} FROM quarter_reports
WHERE place = :place AND period = :period AND status = 'published' ORDER BY version

-- name: newest_version
SELECT MAX(version) FROM quarter_reports WHERE place = :place AND period = :period

-- What waits to be looked at by another official.
-- name: reports_waiting
SELECT {quarter_reports} FROM quarter_reports
WHERE (place = :region OR (place >= :place_from AND place <= :place_to))
    AND status = 'review' AND made_by <> :account AND submitted_by <> :account
ORDER BY changed_at, id LIMIT :limit

-- name: delete_rows
DELETE FROM quarter_report_rows WHERE city = :city AND report = :report

-- name: insert_row
INSERT INTO quarter_report_rows (city, report, audience, table_name, line, code, demand, firms,
    supply, members)
VALUES (:city, :report, :audience, :table_name, :line, :code, :demand, :firms, :supply, :members)

-- name: rows
SELECT table_name, line, code, demand, firms, supply, members FROM quarter_report_rows
WHERE city = :city AND report = :report AND audience = :audience
ORDER BY table_name, line
