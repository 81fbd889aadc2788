-- How many people an employer says that it has, on a day: its latest word. What the quota of dispatched workers is compared with.
CREATE TABLE staff_numbers (
    organisation BIGINT NOT NULL,
    city TEXT NOT NULL,
    contract_staff BIGINT NOT NULL CHECK (contract_staff >= 0),
    dispatched_staff BIGINT NOT NULL CHECK (dispatched_staff >= 0),
    as_of_on TEXT NOT NULL,
    reported_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, city)
);
