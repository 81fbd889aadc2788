-- columns: open_versions
table_id, number, kind, part, place, label, published_at, position, formula, rows, left_out, digest,
csv_bytes, json_digest, json_bytes, columns, preview, places

-- Nothing is inserted when another process was faster.
-- name: insert_version
INSERT INTO open_versions ({open_versions})
VALUES (:table_id, :number, :kind, :part, :place, :label, :published_at, :position, :formula, :rows,
    :left_out, :digest, :csv_bytes, :json_digest, :json_bytes, :columns, :preview, :places)
ON CONFLICT (table_id, number) DO NOTHING

-- name: insert_file
INSERT INTO open_files (table_id, number, csv, json) VALUES (:table_id, :number, :csv, :json)

-- The newest version of every table.
-- name: newest_versions
SELECT {open_versions} FROM open_versions
WHERE number = (SELECT MAX(number) FROM open_versions AS other
                WHERE other.table_id = open_versions.table_id)
ORDER BY table_id

-- The newest version of one table.
-- name: newest_version
SELECT {open_versions} FROM open_versions WHERE table_id = :table_id ORDER BY number DESC LIMIT 1

-- name: find_version
SELECT {open_versions} FROM open_versions WHERE table_id = :table_id AND number = :number

-- Versions of a table before a number, the newest first.
-- name: versions_before
SELECT {open_versions} FROM open_versions
WHERE table_id = :table_id AND (:before IS NULL OR number < :before)
ORDER BY number DESC LIMIT :limit

-- name: csv_of
SELECT csv FROM open_files WHERE table_id = :table_id AND number = :number

-- name: json_of
SELECT json FROM open_files WHERE table_id = :table_id AND number = :number

-- When a table of that kind was published last.
-- name: newest_of_kind
SELECT MAX(published_at) FROM open_versions WHERE kind = :kind
