-- Work done in one seat in one period of one month: days, hours, months or pieces × 100. The rate is
-- the seat's, frozen at its offer. `disputed_from` is what the worker objected to.
CREATE TABLE timesheets (
    id BIGINT PRIMARY KEY,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    seat_id BIGINT NOT NULL,
    share_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    employer BIGINT NOT NULL,
    agency BIGINT NOT NULL,
    person BIGINT NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('month', 'day', 'hour', 'piece')),
    rate_fen BIGINT NOT NULL CHECK (rate_fen >= 0),
    quantity_hundredths BIGINT NOT NULL CHECK (quantity_hundredths >= 0),
    pay_fen BIGINT NOT NULL CHECK (pay_fen >= 0),
    status TEXT NOT NULL CHECK (status IN ('open', 'submitted', 'approved', 'returned', 'disputed',
                                           'decided')),
    disputed_from TEXT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK (to_on >= from_on AND substr(from_on, 1, 7) = substr(to_on, 1, 7)),
    CHECK (disputed_from IS NOT NULL OR status NOT IN ('disputed', 'decided'))
);
CREATE INDEX timesheets_of_seat ON timesheets (seat_id, id);
CREATE INDEX timesheets_of_share ON timesheets (share_id, id);
CREATE INDEX timesheets_of_person ON timesheets (person, id);
CREATE INDEX timesheets_of_agency ON timesheets (agency, id);
CREATE INDEX timesheets_of_employer ON timesheets (employer, id);
CREATE INDEX timesheets_of_place ON timesheets (place, id);

-- Each day that a timesheet covers. The key is what forbids two timesheets of a seat to overlap.
CREATE TABLE timesheet_days (
    city TEXT NOT NULL,
    seat_id BIGINT NOT NULL,
    day TEXT NOT NULL,
    timesheet_id BIGINT NOT NULL,
    PRIMARY KEY (city, seat_id, day)
);
CREATE INDEX timesheet_days_of_timesheet ON timesheet_days (timesheet_id);

-- What happened to a timesheet, with the reason as it was written (events carry no free text).
CREATE TABLE timesheet_steps (
    city TEXT NOT NULL,
    timesheet_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    at BIGINT NOT NULL,
    step TEXT NOT NULL,
    role TEXT NOT NULL,
    account BIGINT,
    quantity_hundredths BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (city, timesheet_id, number)
);
