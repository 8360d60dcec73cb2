-- One row each time something was decided about segments. changes is JSON: a list of kind, segment,
-- to, before, after.
CREATE TABLE segment_changes (
  id INTEGER PRIMARY KEY,
  changed_at TEXT NOT NULL,
  changes TEXT NOT NULL,
  undoes INTEGER REFERENCES segment_changes (id)
) STRICT;
