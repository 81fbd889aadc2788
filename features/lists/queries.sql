-- columns: lists
id, city, place, kind, period, status, version, number, formula, position, total, left_out,
published_min, told_by, included, excluded, digest, note, made_by, made_at, submitted_by, frozen_by, frozen_at,
published_at, published_position, changed_at

-- Nothing is inserted when such a list is being made.
-- name: insert_list
INSERT INTO lists ({lists})
VALUES (:id, :city, :place, :kind, :period, :status, :version, :number, :formula, :position, :total,
    :left_out, :published_min, :told_by, :included, :excluded, :digest, :note, :made_by, :made_at, :submitted_by, :frozen_by,
    :frozen_at, :published_at, :published_position, :changed_at)
ON CONFLICT (city, kind, place, period, version) DO NOTHING

-- Changes nothing when somebody was faster.
-- name: update_list
UPDATE lists SET status = :status, version = :version, number = :number, formula = :formula,
    position = :position, total = :total, left_out = :left_out,
    published_min = :published_min, told_by = :told_by, included = :included,
    excluded = :excluded, digest = :digest, note = :note, made_by = :made_by, made_at = :made_at,
    submitted_by = :submitted_by, frozen_by = :frozen_by, frozen_at = :frozen_at,
    published_at = :published_at, published_position = :published_position,
    changed_at = :changed_at
WHERE id = :id AND status = :from

-- name: find_list
SELECT {lists} FROM lists WHERE id = :list

-- Lists newest first: published ones, and those of the reader's places and of the region.
-- name: list_lists
SELECT {lists} FROM lists
WHERE (:cursor IS NULL OR id < :cursor) AND (:kind IS NULL OR kind = :kind)
    AND (:period IS NULL OR period = :period) AND (:status IS NULL OR status = :status)
    AND (status = 'published'
         OR (:seen_from IS NOT NULL AND (place = '' OR (place >= :seen_from AND place <= :seen_to))))
ORDER BY id DESC LIMIT :limit

-- name: published_after
SELECT {lists} FROM lists
WHERE status = 'published' AND published_position > :after
ORDER BY published_position LIMIT :limit

-- What a list is compared with: of its kind and place the version before it, of its first version the newest list of
-- the newest quarter before. Only what had been published before it.
-- name: published_before
SELECT {lists} FROM lists
WHERE kind = :kind AND place = :place AND status = 'published' AND published_position < :before
    AND (period < :period OR (period = :period AND version < :version))
ORDER BY period DESC, version DESC LIMIT 1

-- What was frozen of a kind, place and quarter.
-- name: frozen_versions
SELECT {lists} FROM lists
WHERE kind = :kind AND place = :place AND period = :period AND version > 0
ORDER BY version

-- What was frozen of a kind and quarter, of any place, counted or told otherwise than a list.
-- name: frozen_otherwise
SELECT COUNT(*) FROM lists
WHERE kind = :kind AND period = :period AND version > 0
    AND (formula <> :formula OR position <> :position OR published_min <> :published_min OR told_by <> :told_by)

-- name: newest_version
SELECT MAX(version) FROM lists WHERE kind = :kind AND place = :place AND period = :period

-- What waits for another official: to be looked at or to be published.
-- name: lists_waiting
SELECT {lists} FROM lists
WHERE (place = :region OR (place >= :place_from AND place <= :place_to))
    AND ((status = 'review' AND made_by <> :account AND submitted_by <> :account)
         OR status = 'frozen')
ORDER BY changed_at, id LIMIT :limit

-- name: delete_lines
DELETE FROM list_lines WHERE city = :city AND list_id = :list

-- name: insert_line
INSERT INTO list_lines (city, list_id, audience, line, place, industry, occupation, amount, facts)
VALUES (:city, :list, :audience, :line, :place, :industry, :occupation, :amount, :facts)

-- name: lines
SELECT line, place, industry, occupation, amount, facts FROM list_lines
WHERE city = :city AND list_id = :list AND audience = :audience AND line > :after
    AND (:place IS NULL OR place = :place)
ORDER BY line LIMIT :limit

-- name: find_line
SELECT line, place, industry, occupation, amount, facts FROM list_lines
WHERE city = :city AND list_id = :list AND audience = :audience AND line = :line
