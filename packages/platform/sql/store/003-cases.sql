-- What people did about bad feedback. A case itself follows from the ledger (feedback_item); a row
-- is here only once somebody touched it. Days are ISO, times ISO 8601 in UTC.
CREATE TABLE cases (
  case_id TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('open', 'in_work', 'solved', 'closed')),
  owner TEXT,
  due_on TEXT,
  outcome TEXT,
  revision INTEGER NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
-- One row a change: what was changed from what to what, and what the customer was worth by then.
CREATE TABLE case_events (
  event_id INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (case_id),
  happened_at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('state', 'owner', 'due', 'outcome', 'note', 'undo')),
  before TEXT,
  after TEXT,
  worth REAL
) STRICT;
CREATE INDEX case_events_by_case ON case_events (case_id, event_id);
