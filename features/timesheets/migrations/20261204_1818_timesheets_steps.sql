-- Who shows a timesheet asks for its steps without its city, which the key begins with.
CREATE INDEX timesheet_steps_of_timesheet ON timesheet_steps (timesheet_id, number);
