-- What people do about topics of feedback. Which topics there are follows from the settings; a row is
-- here only once somebody touched one. Days are ISO, times ISO 8601 in UTC.
CREATE TABLE topics (
  topic TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('open', 'planned', 'in_work', 'done')),
  owner TEXT,
  due_on TEXT,
  outcome TEXT,
  revision INTEGER NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
-- One row a change: what was changed from what to what, and the CLV at risk by then.
CREATE TABLE topic_events (
  event_id INTEGER PRIMARY KEY,
  topic TEXT NOT NULL REFERENCES topics (topic),
  happened_at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('state', 'owner', 'due', 'outcome', 'note', 'undo')),
  before TEXT,
  after TEXT,
  worth REAL
) STRICT;
CREATE INDEX topic_events_by_topic ON topic_events (topic, event_id);
