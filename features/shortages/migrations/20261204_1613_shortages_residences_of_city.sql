-- Whether anybody lives in a city is asked for each city on the page of the flows: without this all people are looked at where nobody does.
CREATE INDEX shortage_residences_of_city ON shortage_residences (city);
