-- The evaluators of a procurement, asked for without the city that the key begins with.
CREATE INDEX procurement_evaluators_of_procurement ON procurement_evaluators (procurement_id, number);
