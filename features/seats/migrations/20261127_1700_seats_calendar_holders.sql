-- The calendar of a worker is one, whoever takes her days: a seat, or a loan (features/lending). `seat_id` is the
-- id of that seat or loan.
ALTER TABLE person_days ADD COLUMN holder TEXT NOT NULL DEFAULT 'seat' CHECK (holder IN ('seat', 'loan'));
