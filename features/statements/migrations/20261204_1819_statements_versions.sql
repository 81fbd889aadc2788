-- Who shows a statement asks for its versions without its city, which the key begins with.
CREATE INDEX statement_versions_of_statement ON statement_versions (statement_id, version);
