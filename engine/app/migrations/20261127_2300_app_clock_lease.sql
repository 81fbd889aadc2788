-- Which of the processes on this database runs the clocks (docs/adr/0007). A SQLite file has one
-- process and no row here.
CREATE TABLE clock_lease (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    holder BIGINT NOT NULL,
    until_at BIGINT NOT NULL
);
