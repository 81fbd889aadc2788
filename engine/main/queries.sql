-- Whether the pages, indexes and rows of the database are whole: one row "ok", or one a fault.
-- name: integrity
PRAGMA integrity_check(20)

-- Rows that point to rows which are not there.
-- name: dangling
PRAGMA foreign_key_check
