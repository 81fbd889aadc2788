-- The grab as one function, the best form of it in PostgreSQL (one round trip).
CREATE TABLE agencies (id int PRIMARY KEY, banned boolean NOT NULL, credit int NOT NULL);
CREATE TABLE orders (id int PRIMARY KEY, remaining int NOT NULL CHECK (remaining >= 0),
    min_credit int NOT NULL, opens_at timestamptz NOT NULL, closes_at timestamptz NOT NULL);
CREATE TABLE shares (key uuid PRIMARY KEY, order_id int NOT NULL, agency int NOT NULL,
    seats int NOT NULL, created_at timestamptz NOT NULL);
INSERT INTO agencies SELECT n, false, 80 FROM generate_series(1, 16) n;
INSERT INTO orders SELECT n, 2000000000, 60, now() - interval '1 hour', now() + interval '1 year'
FROM generate_series(1, 1000) n;

CREATE FUNCTION grab(the_key uuid, the_order int, the_agency int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE credit_of int;
BEGIN
    IF EXISTS (SELECT FROM shares WHERE key = the_key) THEN RETURN 'as before'; END IF;
    SELECT credit INTO credit_of FROM agencies WHERE id = the_agency AND NOT banned;
    IF NOT FOUND THEN RETURN 'excluded'; END IF;
    UPDATE orders SET remaining = remaining - 1
    WHERE id = the_order AND remaining >= 1 AND min_credit <= credit_of
        AND now() BETWEEN opens_at AND closes_at;
    IF NOT FOUND THEN RETURN 'refused'; END IF;
    INSERT INTO shares VALUES (the_key, the_order, the_agency, 1, now());
    RETURN 'granted';
END $$;
VACUUM ANALYZE;
