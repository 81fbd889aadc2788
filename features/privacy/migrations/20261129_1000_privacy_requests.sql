-- Copies and erasures that people asked for (个人信息保护法 §45, §47; docs/adr/0016). `kept` is what she
-- was told is kept and until when; `ended_on` the day on which the last of it was deleted.
CREATE TABLE personal_data_requests (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    place TEXT NOT NULL,
    person BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('copy', 'erasure')),
    at BIGINT NOT NULL,
    kept TEXT NOT NULL,
    ended_on TEXT,
    PRIMARY KEY (id, city),
    CHECK (kind = 'erasure' OR ended_on IS NULL)
);
CREATE INDEX personal_data_requests_of_person ON personal_data_requests (person, id);
CREATE INDEX personal_data_requests_of_place ON personal_data_requests (place, id);

-- What law obliges to keep of an erased person, sealed; deleted on the day after `until_on`. An empty
-- box stands for rows that were left where they are.
CREATE TABLE kept_records (
    id BIGINT NOT NULL,
    city TEXT NOT NULL,
    request BIGINT NOT NULL,
    person BIGINT NOT NULL,
    part TEXT NOT NULL,
    record TEXT NOT NULL CHECK (record IN ('identity', 'contract', 'wages', 'readings', 'case_file')),
    until_on TEXT NOT NULL,
    box TEXT NOT NULL,
    PRIMARY KEY (id, city)
);
CREATE INDEX kept_records_by_end ON kept_records (until_on);
CREATE INDEX kept_records_of_request ON kept_records (request);
CREATE INDEX kept_records_of_person ON kept_records (person, id);
