-- The last nights are asked for by their date, of all cities at once.
CREATE INDEX nightly_cities_by_night ON nightly_cities (night_on);
