-- What the journal says about one person is shown to her when she asks (docs/adr/0016). Grabs and
-- orders name no person, so they pay nothing for it.
CREATE INDEX events_of_person ON events (person, position) WHERE person IS NOT NULL;
