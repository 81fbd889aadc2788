-- The clever team's anchor (G9): many grabs as one statement of sets, after bench/grab.sql. Rows are locked in the
-- order of their ids, so that two connections do not deadlock.
CREATE FUNCTION grab_batch(the_orders int[], the_agency int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE granted int;
BEGIN
    WITH wanted AS (SELECT gen_random_uuid() AS key, o AS order_id FROM unnest(the_orders) o),
    allowed AS (SELECT w.key, w.order_id FROM wanted w JOIN agencies a ON a.id = the_agency AND NOT a.banned
        JOIN orders o ON o.id = w.order_id AND o.min_credit <= a.credit AND now() BETWEEN o.opens_at AND o.closes_at
        WHERE NOT EXISTS (SELECT FROM shares s WHERE s.key = w.key)),
    counted AS (SELECT order_id, count(*)::int AS seats FROM allowed GROUP BY order_id),
    locked AS (SELECT o.id FROM orders o JOIN counted c ON c.order_id = o.id ORDER BY o.id FOR UPDATE OF o),
    taken AS (UPDATE orders o SET remaining = remaining - c.seats FROM counted c JOIN locked l ON l.id = c.order_id
        WHERE o.id = c.order_id AND o.remaining >= c.seats RETURNING o.id)
    INSERT INTO shares SELECT a.key, a.order_id, the_agency, 1, now() FROM allowed a JOIN taken t ON t.id = a.order_id;
    GET DIAGNOSTICS granted = ROW_COUNT;
    RETURN granted;
END $$;
