-- The clocks of validity and of the first day of work, once a second and every ten: without the status in front SQLite took the
-- index by status and read every order that is open.
DROP INDEX orders_by_closing;
DROP INDEX orders_by_start;
CREATE INDEX orders_by_closing ON orders (status, closes_at) WHERE status IN ('open', 'filled', 'review');
CREATE INDEX orders_by_start ON orders (status, starts_on) WHERE status = 'filled';
