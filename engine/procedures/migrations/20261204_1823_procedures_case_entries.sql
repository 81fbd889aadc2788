-- The page of a case has the entries that it made, asked for without the city that the key begins with.
CREATE INDEX case_entries_of_case ON case_entries (case_id, entry_id);
