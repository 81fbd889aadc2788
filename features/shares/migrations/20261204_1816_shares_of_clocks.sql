-- The clocks of defaults and settlements look at the shares that are being staffed or delivered: without these at every
-- share that there ever was, once a minute.
CREATE INDEX shares_staffing ON shares (id) WHERE status = 'staffing';
CREATE INDEX shares_delivering ON shares (id) WHERE status = 'delivering';
