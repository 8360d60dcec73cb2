-- Addresses of the dashboard that a person keeps, and how that person's start page looks (JSON).
-- Until people log in, everybody is the person 'default'.
CREATE TABLE saved_views (
  id INTEGER PRIMARY KEY,
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE TABLE preferences (
  person TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT;
