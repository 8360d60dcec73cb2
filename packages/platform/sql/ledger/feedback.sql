-- One row an answer: kind nps (0 to 10), csat (1 to 5) or review (1 to 5), with its free text and
-- what it is about, if known.
CREATE TABLE IF NOT EXISTS feedback (
  import_id INTEGER,
  line BIGINT,
  feedback_id VARCHAR,
  customer_id VARCHAR,
  given_at TIMESTAMP,
  kind VARCHAR,
  score DOUBLE,
  comment VARCHAR,
  channel VARCHAR,
  interaction_id VARCHAR,
  order_id VARCHAR
)
