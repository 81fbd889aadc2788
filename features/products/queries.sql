-- columns: products
id, city, agency, kind, title, description, price_fen, unit, quantity_max, days, terms, steps, places, status,
version, created_at, published_at, changed_at

-- columns: product_bookings
id, city, product_id, product_version, agency, employer, account, place, kind, title, price_fen, unit,
quantity, total_fen, terms, steps, wishes, status, reason, answer_until_at, engagement_id, created_at,
changed_at

-- name: insert_product
INSERT INTO products ({products})
VALUES (:id, :city, :agency, :kind, :title, :description, :price_fen, :unit, :quantity_max, :days,
    :terms, :steps, :places, :status, :version, :created_at, :published_at, :changed_at)

-- Writes a product, if nobody was faster.
-- name: update_product
UPDATE products SET kind = :kind, title = :title, description = :description, price_fen = :price_fen,
    unit = :unit, quantity_max = :quantity_max, days = :days, terms = :terms, steps = :steps,
    places = :places, status = :status, version = :version, published_at = :published_at,
    changed_at = :changed_at
WHERE id = :id AND status = :read_status AND version = :read_version

-- name: find_product
SELECT {products} FROM products WHERE id = :product

-- name: clear_places
DELETE FROM product_places WHERE product_id = :product

-- name: insert_place
INSERT INTO product_places (city, product_id, place) VALUES (:city, :product, :place)

-- The catalogue, or one agency's own. A product serves a place when it names it, the city or the
-- province around it, or (asked for a city) a county within it.
-- name: list_products
SELECT {products} FROM products p
WHERE (:status IS NULL OR status = :status)
    AND (:kind IS NULL OR kind = :kind)
    AND (:unit IS NULL OR unit = :unit)
    AND (:agency IS NULL OR agency = :agency)
    AND (:price_from IS NULL OR price_fen >= :price_from)
    AND (:price_to IS NULL OR price_fen <= :price_to)
    AND (:pattern IS NULL OR LOWER(title) LIKE :pattern ESCAPE '!'
         OR LOWER(description) LIKE :pattern ESCAPE '!')
    AND (:place IS NULL OR EXISTS (SELECT 1 FROM product_places s WHERE s.product_id = p.id
        AND (s.place IN (:place, :place_city, :place_province)
             OR (s.place >= :place AND s.place <= :place_last))))
ORDER BY CASE WHEN :sort = 'price' THEN price_fen WHEN :sort = 'price_down' THEN -price_fen
              WHEN :sort = 'days' THEN days ELSE 0 END, id DESC
LIMIT :limit OFFSET :offset

-- name: insert_booking
INSERT INTO product_bookings ({product_bookings})
VALUES (:id, :city, :product_id, :product_version, :agency, :employer, :account, :place, :kind,
    :title, :price_fen, :unit, :quantity, :total_fen, :terms, :steps, :wishes, :status, :reason,
    :answer_until_at, :engagement_id, :created_at, :changed_at)

-- Ends a booking that was asked, once.
-- name: end_booking
UPDATE product_bookings SET status = :status, reason = :reason, engagement_id = :engagement_id,
    changed_at = :changed_at
WHERE id = :id AND status = 'asked'

-- name: find_booking
SELECT {product_bookings} FROM product_bookings WHERE id = :booking

-- name: list_bookings
SELECT {product_bookings} FROM product_bookings
WHERE (agency = :organisation OR employer = :organisation)
    AND (:status IS NULL OR status = :status) AND (:cursor IS NULL OR id < :cursor)
ORDER BY id DESC LIMIT :limit

-- name: due_bookings
SELECT {product_bookings} FROM product_bookings WHERE status = 'asked' AND answer_until_at <= :now
ORDER BY answer_until_at, id LIMIT 100

-- name: asked_of_agency
SELECT {product_bookings} FROM product_bookings WHERE status = 'asked' AND agency = :agency
ORDER BY answer_until_at, id LIMIT :limit
