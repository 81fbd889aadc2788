-- columns: pay_surveys
id, city, place, year, status, wanted, commitment, secret_box, secret, position, seed, frame_digest,
listed, sampled, counted, persons, short_year, outliers, formula, parameters, made_by, made_at,
drawn_at, computed_by, computed_at, published_by, published_at

-- name: insert_survey
INSERT INTO pay_surveys ({pay_surveys})
VALUES (:id, :city, :place, :year, :status, :wanted, :commitment, :secret_box, :secret, :position, :seed,
    :frame_digest, :listed, :sampled, :counted, :persons, :short_year, :outliers, :formula, :parameters, :made_by, :made_at,
    :drawn_at, :computed_by, :computed_at, :published_by, :published_at)
ON CONFLICT (city, place, year) DO NOTHING

-- Changes nothing when somebody was faster.
-- name: update_survey
UPDATE pay_surveys SET status = :status, wanted = :wanted, secret_box = :secret_box, secret = :secret,
    position = :position, seed = :seed, frame_digest = :frame_digest, listed = :listed, sampled = :sampled,
    counted = :counted, persons = :persons, short_year = :short_year, outliers = :outliers, formula = :formula,
    parameters = :parameters, drawn_at = :drawn_at, computed_by = :computed_by, computed_at = :computed_at, published_by = :published_by, published_at = :published_at
WHERE id = :id AND city = :city AND status = :from

-- name: find_survey
SELECT {pay_surveys} FROM pay_surveys WHERE id = :survey

-- Newest first: those that are published, and those that an office takes part in: of its place, of a place
-- within it, or of one that it lies in (`city_place`, `province`).
-- name: list_surveys
SELECT {pay_surveys} FROM pay_surveys
WHERE (:cursor IS NULL OR id < :cursor)
    AND (status = 'published'
         OR (:seen_from IS NOT NULL
             AND ((place >= :seen_from AND place <= :seen_to) OR place = :city_place OR place = :province)))
ORDER BY id DESC LIMIT :limit

-- name: delete_frame
DELETE FROM pay_frame WHERE city = :city AND survey = :survey

-- name: insert_frame
INSERT INTO pay_frame (city, survey, company, industry, place, size, weight)
VALUES (:city, :survey, :company, :industry, :place, :size, :weight)

-- name: set_weight
UPDATE pay_frame SET weight = :weight WHERE city = :city AND survey = :survey AND company = :company

-- name: whole_frame
SELECT company, industry, place, size, weight FROM pay_frame WHERE city = :city AND survey = :survey
ORDER BY company

-- name: frame_page
SELECT company, industry, place, size, weight FROM pay_frame
WHERE city = :city AND survey = :survey AND (:cursor IS NULL OR company > :cursor)
    AND weight >= :weight_min
ORDER BY company LIMIT :limit

-- columns: pay_answers
id, city, survey, company, place, size, status, layer, round, rows, note, changed_at

-- name: insert_answer
INSERT INTO pay_answers ({pay_answers})
VALUES (:id, :city, :survey, :company, :place, :size, :status, :layer, :round, :rows, :note, :changed_at)

-- Changes nothing when somebody was faster.
-- name: update_answer
UPDATE pay_answers SET status = :status, layer = :layer, round = :round, rows = :rows, note = :note,
    changed_at = :changed_at
WHERE id = :id AND city = :city AND status = :from_status AND layer = :from_layer

-- name: find_answer
SELECT {pay_answers} FROM pay_answers WHERE id = :answer

-- name: answer_of_company
SELECT {pay_answers} FROM pay_answers WHERE city = :city AND survey = :survey AND company = :company

-- name: answers_of_survey
SELECT {pay_answers} FROM pay_answers WHERE city = :city AND survey = :survey ORDER BY id

-- Of a company, or of the places that an office is of, or of surveys whose expert the account is.
-- name: list_answers
SELECT {pay_answers} FROM pay_answers a
WHERE (:cursor IS NULL OR id < :cursor) AND (:survey IS NULL OR survey = :survey)
    AND (:company IS NULL OR company = :company)
    AND (:status IS NULL OR status = :status)
    AND (:seen_from IS NULL OR (place >= :seen_from AND place <= :seen_to)
         OR (status <> 'open' AND EXISTS (SELECT 1 FROM pay_experts e
             WHERE e.city = a.city AND e.survey = a.survey AND e.account = :account)))
ORDER BY id DESC LIMIT :limit

-- Nothing is inserted when the account is asked already.
-- name: insert_expert
INSERT INTO pay_experts (city, survey, account, named_by, named_at)
VALUES (:city, :survey, :account, :named_by, :named_at)
ON CONFLICT (city, survey, account) DO NOTHING

-- name: experts
SELECT account FROM pay_experts WHERE city = :city AND survey = :survey ORDER BY named_at, account

-- name: find_expert
SELECT account FROM pay_experts WHERE city = :city AND survey = :survey AND account = :account

-- name: count_accepted
SELECT COUNT(*) FROM pay_answers WHERE city = :city AND survey = :survey AND status = 'accepted'

-- name: delete_rows
DELETE FROM pay_rows WHERE city = :city AND answer = :answer

-- name: insert_row
INSERT INTO pay_rows (city, answer, line, occupation, level, sex, months, hours, base, bonus, allowance,
    overtime, special)
VALUES (:city, :answer, :line, :occupation, :level, :sex, :months, :hours, :base, :bonus, :allowance,
    :overtime, :special)

-- name: answer_rows
SELECT occupation, level, sex, months, hours, base, bonus, allowance, overtime, special FROM pay_rows
WHERE city = :city AND answer = :answer ORDER BY line

-- name: accepted_rows
SELECT r.answer, r.occupation, r.level, r.sex, r.months, r.hours, r.base, r.bonus, r.allowance, r.overtime,
    r.special
FROM pay_answers a JOIN pay_rows r ON r.city = a.city AND r.answer = a.id
WHERE a.city = :city AND a.survey = :survey AND a.status = 'accepted'
ORDER BY r.answer, r.line

-- columns: pay_costs
staff, wages, welfare, education, insurance, protection, housing, other, costs, revenue, profit, value_added

-- name: put_cost
INSERT INTO pay_costs (city, answer, {pay_costs})
VALUES (:city, :answer, :staff, :wages, :welfare, :education, :insurance, :protection, :housing, :other,
    :costs, :revenue, :profit, :value_added)
ON CONFLICT (city, answer) DO UPDATE SET staff = excluded.staff, wages = excluded.wages,
    welfare = excluded.welfare, education = excluded.education, insurance = excluded.insurance,
    protection = excluded.protection, housing = excluded.housing, other = excluded.other,
    costs = excluded.costs, revenue = excluded.revenue, profit = excluded.profit,
    value_added = excluded.value_added

-- name: find_cost
SELECT {pay_costs} FROM pay_costs WHERE city = :city AND answer = :answer

-- name: accepted_costs
SELECT c.answer, {pay_costs}
FROM pay_answers a JOIN pay_costs c ON c.city = a.city AND c.answer = a.id
WHERE a.city = :city AND a.survey = :survey AND a.status = 'accepted'
ORDER BY c.answer

-- The company's words on findings of labour cost.
-- name: forget_cost_words
DELETE FROM pay_explanations WHERE city = :city AND answer = :answer AND finding LIKE 'cost%'

-- name: delete_cost_cells
DELETE FROM pay_cost_cells WHERE city = :city AND survey = :survey

-- columns: pay_cost_cells
line, industry, companies, per_person, parts, of_revenue, of_costs, of_value_added, profit, formula

-- name: insert_cost_cell
INSERT INTO pay_cost_cells (city, survey, {pay_cost_cells})
VALUES (:city, :survey, :line, :industry, :companies, :per_person, :parts, :of_revenue, :of_costs,
    :of_value_added, :profit, :formula)

-- name: cost_cells
SELECT {pay_cost_cells} FROM pay_cost_cells WHERE city = :city AND survey = :survey ORDER BY line

-- name: delete_explanations
DELETE FROM pay_explanations WHERE city = :city AND answer = :answer

-- name: put_explanation
INSERT INTO pay_explanations (city, answer, finding, words) VALUES (:city, :answer, :finding, :words)
ON CONFLICT (city, answer, finding) DO UPDATE SET words = excluded.words

-- name: explanations
SELECT finding, words FROM pay_explanations WHERE city = :city AND answer = :answer

-- Nothing is inserted when the account has decided in this round already.
-- name: insert_review
INSERT INTO pay_reviews (city, answer, round, layer, account, agreed, reason, at, as_expert)
VALUES (:city, :answer, :round, :layer, :account, :agreed, :reason, :at, :as_expert)
ON CONFLICT (city, answer, round, account) DO NOTHING

-- name: reviews
SELECT round, layer, account, agreed, reason, at, as_expert FROM pay_reviews WHERE city = :city AND answer = :answer
ORDER BY round, layer

-- name: insert_reading
INSERT INTO pay_readings (city, answer, account, at, purpose) VALUES (:city, :answer, :account, :at, :purpose)
ON CONFLICT DO NOTHING

-- The newest readings.
-- name: readings
SELECT at, purpose FROM pay_readings WHERE city = :city AND answer = :answer ORDER BY at DESC LIMIT 50

-- name: delete_cells
DELETE FROM pay_cells WHERE city = :city AND survey = :survey

-- name: insert_cell
INSERT INTO pay_cells (city, survey, line, occupation, pooled, level, place, hidden, persons, companies,
    p10, p25, p50, p75, p90, mean)
VALUES (:city, :survey, :line, :occupation, :pooled, :level, :place, :hidden, :persons, :companies,
    :p10, :p25, :p50, :p75, :p90, :mean)

-- name: cells
SELECT line, occupation, pooled, level, place, hidden, persons, companies, p10, p25, p50, p75, p90, mean
FROM pay_cells
WHERE city = :city AND survey = :survey AND line > :after
    AND (:occupation IS NULL OR occupation = :occupation OR occupation LIKE :below)
    AND (:totals = 0 OR (level = '' AND place = ''))
ORDER BY line LIMIT :limit
