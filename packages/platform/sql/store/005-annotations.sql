-- What people noted of a day. A deleted one keeps its row, so that it can come back.
CREATE TABLE annotations (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('price', 'campaign', 'outage', 'other')),
  text TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
