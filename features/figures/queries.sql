-- columns: figure_records
city, measure, fact, year, place, state, amount, net, at, counts_for_at, position, kind, subject, order_id,
order_kind, employer, agency, person

-- What a fact was counted as.
-- name: find_record
SELECT {figure_records}
FROM figure_records WHERE city = :city AND measure = :measure AND fact = :fact

-- name: put_record
INSERT INTO figure_records ({figure_records})
VALUES (:city, :measure, :fact, :year, :place, :state, :amount, :net, :at,
    :counts_for_at, :position, :kind, :subject, :order_id, :order_kind, :employer, :agency, :person)
ON CONFLICT (city, measure, fact) DO UPDATE SET year = excluded.year, place = excluded.place,
    state = excluded.state, amount = excluded.amount, net = excluded.net, at = excluded.at,
    counts_for_at = excluded.counts_for_at, position = excluded.position, kind = excluded.kind, subject = excluded.subject,
    order_id = excluded.order_id, order_kind = excluded.order_kind, employer = excluded.employer,
    agency = excluded.agency, person = excluded.person

-- name: delete_record
DELETE FROM figure_records WHERE city = :city AND measure = :measure AND fact = :fact

-- name: add_total
INSERT INTO figure_totals (city, place, year, measure, verified, provisional)
VALUES (:city, :place, :year, :measure, :verified, :provisional)
ON CONFLICT (city, place, year, measure) DO UPDATE SET
    verified = figure_totals.verified + excluded.verified,
    provisional = figure_totals.provisional + excluded.provisional

-- The earliest placement by which an agency served an employer in a city and year with one kind of
-- service, in a state.
-- name: first_service
SELECT {figure_records} FROM figure_records
WHERE city = :city AND measure = 'employment' AND year = :year AND employer = :employer
    AND agency = :agency AND order_kind = :order_kind AND state = :state
ORDER BY position LIMIT 1

-- name: delete_records
DELETE FROM figure_records

-- name: delete_totals
DELETE FROM figure_totals

-- The sums of a year by county.
-- name: totals_of_year
SELECT place, measure, verified, provisional FROM figure_totals
WHERE year = :year AND place >= :place_from AND place <= :place_to
ORDER BY place, measure

-- One page of what a figure was counted from, newest first, as far as the reader may see it: those
-- who supervise the city all of it, others what names them.
-- name: list_records
SELECT {figure_records} FROM figure_records
WHERE measure = :measure AND year = :year AND place >= :place_from AND place <= :place_to
    AND (:cursor IS NULL OR position < :cursor)
    AND ((:city_from IS NOT NULL AND city >= :city_from AND city <= :city_to)
         OR employer = :organisation OR agency = :organisation OR person = :person)
ORDER BY position DESC LIMIT :limit

-- What counts in a city for each day (days since 1970 in China), whatever the state.
-- name: amounts_by_day
SELECT (counts_for_at + 28800000) / 86400000 AS day, CAST(SUM(amount) AS BIGINT) AS amount,
    CAST(SUM(net) AS BIGINT) AS net
FROM figure_records WHERE city = :city AND measure = :measure GROUP BY 1 ORDER BY 1

-- How many agencies a year's figure of each city was counted from.
-- name: agencies_by_city
SELECT city, COUNT(DISTINCT agency) AS agencies FROM figure_records
WHERE measure = :measure AND year = :year GROUP BY city ORDER BY city
