-- Readings go with their notice: when its time is over, or its person is.
CREATE INDEX notice_reads_by_notice ON notice_reads (notice);
