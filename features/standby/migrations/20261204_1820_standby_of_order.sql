-- The list of an order's stand-bys, which has those that have ended, too.
CREATE INDEX standbys_of_order ON standbys (order_id, number);
