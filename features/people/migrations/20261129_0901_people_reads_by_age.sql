-- Readings are deleted when their time is over (parameter reading_record_years), oldest first.
CREATE INDEX person_reads_by_age ON person_reads (at);
