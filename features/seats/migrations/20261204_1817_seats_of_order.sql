-- How far an order is counts its seats, and anybody may ask: the index of live seats leaves out those that have ended.
CREATE INDEX seats_of_order ON seats (order_id);
