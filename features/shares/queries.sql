-- name: insert_share
INSERT INTO shares (id, city, order_id, employer, agency, seats, staffed, status, held_until_at,
    hold_ended, gate, created_at, created_by, changed_at, status_reason,
    service_fee_fen, team_size, standing, refill_until_at, order_version)
VALUES (:id, :city, :order_id, :employer, :agency, :seats, :staffed, :status, :held_until_at,
    :hold_ended, :gate, :created_at, :created_by, :changed_at, :status_reason, :service_fee_fen,
    :team_size, :standing, :refill_until_at, :order_version)

-- name: find_share
SELECT id, city, order_id, employer, agency, seats, staffed, status, held_until_at, hold_ended, gate,
    created_at, created_by, changed_at, status_reason, service_fee_fen, team_size,
    standing, refill_until_at, order_version
FROM shares WHERE id = :share

-- Sets what changes in a share's life.
-- name: update_share
UPDATE shares SET seats = :seats, staffed = :staffed, status = :status, hold_ended = :hold_ended,
    changed_at = :changed_at, status_reason = :status_reason, standing = :standing,
    refill_until_at = :refill_until_at
WHERE id = :id AND city = :city

-- The share stands under another version of its order's terms.
-- name: set_order_version
UPDATE shares SET order_version = :version, changed_at = :now WHERE id = :share

-- A hold that runs ends later.
-- name: prolong_hold
UPDATE shares SET held_until_at = :until, changed_at = :now WHERE id = :share AND hold_ended = 0

-- Shares that an organisation has to do with, newest first.
-- name: list_shares
SELECT id, city, order_id, employer, agency, seats, staffed, status, held_until_at, hold_ended, gate,
    created_at, created_by, changed_at, status_reason, service_fee_fen, team_size,
    standing, refill_until_at, order_version
FROM shares
WHERE (:cursor IS NULL OR id < :cursor)
    AND (:order IS NULL OR order_id = :order)
    AND (:status IS NULL OR status = :status)
    AND (:agency IS NULL OR agency = :agency OR employer = :agency)
    AND (:city_from IS NULL OR (city >= :city_from AND city <= :city_to))
ORDER BY id DESC LIMIT :limit

-- name: live_shares_of_order
SELECT id, city, order_id, employer, agency, seats, staffed, status, held_until_at, hold_ended, gate,
    created_at, created_by, changed_at, status_reason, service_fee_fen, team_size,
    standing, refill_until_at, order_version
FROM shares WHERE order_id = :order AND status IN ('held', 'staffing', 'delivering')

-- name: live_shares_of_agency
SELECT id, city, order_id, employer, agency, seats, staffed, status, held_until_at, hold_ended, gate,
    created_at, created_by, changed_at, status_reason, service_fee_fen, team_size,
    standing, refill_until_at, order_version
FROM shares WHERE agency = :agency AND status IN ('held', 'staffing', 'delivering') ORDER BY id

-- Those of orders in a range of cities: when a recognition begins or ends.
-- name: live_shares_of_cities
SELECT id, city, order_id, employer, agency, seats, staffed, status, held_until_at, hold_ended, gate,
    created_at, created_by, changed_at, status_reason, service_fee_fen, team_size,
    standing, refill_until_at, order_version
FROM shares WHERE city >= :first AND city <= :last
    AND status IN ('held', 'staffing', 'delivering') ORDER BY id

-- What the agency holds of this order.
-- name: agency_seats_of_order
SELECT seats FROM share_totals WHERE order_id = :order AND agency = :agency

-- What every agency holds of this order.
-- name: seats_of_order
SELECT agency, seats FROM share_totals WHERE order_id = :order

-- What the agency holds altogether.
-- name: agency_totals
SELECT seats, open_defaults FROM agency_totals WHERE agency = :agency

-- name: add_share_total
INSERT INTO share_totals (city, order_id, agency, seats) VALUES (:city, :order, :agency, :seats)
ON CONFLICT (order_id, agency, city) DO UPDATE SET seats = share_totals.seats + excluded.seats

-- name: add_agency_total
INSERT INTO agency_totals (agency, seats, open_defaults) VALUES (:agency, :seats, :open_defaults)
ON CONFLICT (agency) DO UPDATE SET seats = agency_totals.seats + excluded.seats,
    open_defaults = agency_totals.open_defaults + excluded.open_defaults

-- name: subtract_share_total
UPDATE share_totals SET seats = seats - :seats
WHERE order_id = :order AND agency = :agency AND city = :city

-- name: subtract_agency_total
UPDATE agency_totals SET seats = seats - :seats, open_defaults = open_defaults + :open_defaults
WHERE agency = :agency

-- Shares whose hold has ended.
-- name: due_holds
SELECT id, city, order_id, employer, agency, seats, staffed, status, held_until_at, hold_ended, gate,
    created_at, created_by, changed_at, status_reason, service_fee_fen, team_size,
    standing, refill_until_at, order_version
FROM shares WHERE hold_ended = 0 AND held_until_at <= :now ORDER BY held_until_at LIMIT 100

-- Shares of an agency with empty seats whose hold is running, the most urgent first.
-- name: running_holds
SELECT id, city, order_id, employer, agency, seats, staffed, status, held_until_at, hold_ended, gate,
    created_at, created_by, changed_at, status_reason, service_fee_fen, team_size,
    standing, refill_until_at, order_version
FROM shares WHERE agency = :agency AND (hold_ended = 0 OR refill_until_at IS NOT NULL)
    AND seats > staffed
    AND status IN ('held', 'staffing', 'delivering')
ORDER BY COALESCE(refill_until_at, held_until_at), id LIMIT :limit

-- Shares of teams whose time to refill free seats is over.
-- name: due_refills
SELECT id, city, order_id, employer, agency, seats, staffed, status, held_until_at, hold_ended, gate,
    created_at, created_by, changed_at, status_reason, service_fee_fen, team_size,
    standing, refill_until_at, order_version
FROM shares WHERE refill_until_at <= :now ORDER BY refill_until_at LIMIT 100

-- name: insert_default
INSERT INTO share_defaults (share_id, city, order_id, employer, agency, opened_at, lapses_at, closed_at,
    closed_by, ground, reason)
VALUES (:share_id, :city, :order_id, :employer, :agency, :opened_at, :lapses_at, :closed_at, :closed_by,
    :ground, :reason)

-- name: find_default
SELECT share_id, city, order_id, employer, agency, opened_at, lapses_at, closed_at, closed_by, ground,
    reason
FROM share_defaults WHERE share_id = :share

-- Defaults that an organisation has to do with, or of orders in a range of cities; newest share first.
-- name: list_defaults
SELECT share_id, city, order_id, employer, agency, opened_at, lapses_at, closed_at, closed_by, ground,
    reason
FROM share_defaults
WHERE (:cursor IS NULL OR share_id < :cursor)
    AND (:open IS NULL OR (closed_at IS NULL) = (:open = 1))
    AND (:own IS NULL OR agency = :own OR employer = :own)
    AND (:city_from IS NULL OR (city >= :city_from AND city <= :city_to))
ORDER BY share_id DESC LIMIT :limit

-- Those of an organisation that are open, the first to lapse first.
-- name: open_defaults_of
SELECT share_id, city, order_id, employer, agency, opened_at, lapses_at, closed_at, closed_by, ground,
    reason
FROM share_defaults
WHERE (agency = :organisation OR employer = :organisation) AND closed_at IS NULL
ORDER BY lapses_at, share_id LIMIT :limit

-- Closes a default, if nobody was faster; with `lower_open_defaults`.
-- name: close_default
UPDATE share_defaults SET closed_at = :closed_at, closed_by = :closed_by, ground = :ground,
    reason = :reason
WHERE share_id = :share_id AND city = :city AND closed_at IS NULL

-- name: lower_open_defaults
UPDATE agency_totals SET open_defaults = open_defaults - 1 WHERE agency = :agency

-- Open defaults whose time is over.
-- name: due_lapses
SELECT share_id, city, order_id, employer, agency, opened_at, lapses_at, closed_at, closed_by, ground,
    reason
FROM share_defaults WHERE closed_at IS NULL AND lapses_at <= :now ORDER BY lapses_at, share_id LIMIT 100
