-- Whether the pages, indexes and rows of the database are whole: one row "ok", or one a fault.
-- name: integrity
PRAGMA integrity_check(20)

-- Rows that point to rows which are not there.
-- name: dangling
PRAGMA foreign_key_check

-- Whether the PostgreSQL schema was ever migrated.
-- name: has_schema
SELECT COUNT(*) FROM information_schema.tables
WHERE table_schema = current_schema() AND table_name = 'schema_migrations'

-- Positions that are missing in the journal, or doubled: 0.
-- name: journal_gaps
SELECT COALESCE(MAX(position) - MIN(position) + 1 - COUNT(*), 0) FROM events
