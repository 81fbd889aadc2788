-- The page of an engagement has its ratings, asked for without the city that the key begins with.
CREATE INDEX engagement_ratings_of_engagement ON engagement_ratings (engagement_id);
