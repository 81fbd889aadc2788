-- columns: target_reports
id, city, year, measure, version, amount, proof, digest, account, at

-- Nothing is inserted when the version is there already.
-- name: insert_report
INSERT INTO target_reports ({target_reports})
VALUES (:id, :city, :year, :measure, :version, :amount, :proof, :digest, :account, :at)
ON CONFLICT (city, year, measure, version) DO NOTHING

-- name: newest_report
SELECT {target_reports} FROM target_reports
WHERE city = :city AND year = :year AND measure = :measure ORDER BY version DESC LIMIT 1

-- name: list_reports
SELECT {target_reports} FROM target_reports
WHERE (:city IS NULL OR city = :city) AND (:year IS NULL OR year = :year)
    AND (:measure IS NULL OR measure = :measure) AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit
