-- An agency that asked for seats of an order and got none: since others were faster, or by a rule about itself. Each once an order.
CREATE TABLE efficiency_refusals (
    city TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    home TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('no_room', 'gate')),
    PRIMARY KEY (city, order_id, agency, why)
);
CREATE INDEX efficiency_refusals_ended ON efficiency_refusals (ended_at, city);
-- Whether who was refused won all the same.
CREATE INDEX efficiency_tries_by_order ON efficiency_tries (order_id, agency);
