-- One row each time settings were changed. changes is JSON: a list of name, before, after.
CREATE TABLE setting_changes (
  id INTEGER PRIMARY KEY,
  changed_at TEXT NOT NULL,
  changes TEXT NOT NULL,
  undoes INTEGER REFERENCES setting_changes (id)
) STRICT;
