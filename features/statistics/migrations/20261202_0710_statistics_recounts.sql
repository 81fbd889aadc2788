-- How often a version of a measure was begun anew: what a process keeps of its figures in memory is of
-- one count, and thrown away when another has begun.
CREATE TABLE statistic_recounts (
    measure TEXT NOT NULL,
    version BIGINT NOT NULL,
    times BIGINT NOT NULL CHECK (times > 0),
    PRIMARY KEY (measure, version)
);
