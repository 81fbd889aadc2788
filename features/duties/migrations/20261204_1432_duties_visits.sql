-- A supervision visit that found nothing to remedy: that somebody looked, when, and what was seen. What is to be remedied is in duty_findings.
CREATE TABLE duty_visits (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    duty_id BIGINT NOT NULL,
    visited_on TEXT NOT NULL,
    saw TEXT NOT NULL CHECK (saw <> ''),
    made_by BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (id, city)
);
CREATE INDEX duty_visits_of_duty ON duty_visits (duty_id, id);
