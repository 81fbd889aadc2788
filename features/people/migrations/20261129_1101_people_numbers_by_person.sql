-- Whose number it is, to free it when she goes.
CREATE INDEX person_numbers_by_person ON person_numbers (person);
