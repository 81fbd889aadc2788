-- What a post was before an event that took some of it back: it paid otherwise, had ended and was resumed, was filled and had a seat
-- again (opens_anew: its days begin anew). So that an old quarter, compiled later, says what was known at its end. All of it stands in
-- the journal and in the versions of orders: it is read from the beginning, with the flows that are read beside it.
DROP TABLE shortage_spells;
CREATE TABLE shortage_spells (
    order_id BIGINT NOT NULL,
    city TEXT NOT NULL,
    until_position BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    filled_at BIGINT,
    ended_at BIGINT,
    pay_fen BIGINT,
    opens_anew INTEGER NOT NULL CHECK (opens_anew IN (0, 1)),
    PRIMARY KEY (order_id, city, until_position),
    CHECK (opens_anew = 0 OR filled_at IS NOT NULL)
) WITHOUT ROWID;
DELETE FROM shortage_posts;
DELETE FROM shortage_flows;
DELETE FROM shortage_flow_people;
DELETE FROM shortage_residences;
DELETE FROM journal_checkpoints WHERE name = 'shortages';
-- Whose weights and limits a catalogue is assessed by; none: of the day it was made, from before this was kept.
ALTER TABLE shortage_catalogues ADD COLUMN rules_on TEXT;
