-- One row a contact between customer and company, on any channel, in either direction. The company
-- first answered first_response_minutes after it came, and settled it at resolved_at.
CREATE TABLE IF NOT EXISTS interactions (
  import_id INTEGER,
  line BIGINT,
  interaction_id VARCHAR,
  customer_id VARCHAR,
  happened_at TIMESTAMP,
  channel VARCHAR,
  kind VARCHAR,
  duration_minutes DOUBLE,
  cost DECIMAL(18, 4),
  outcome VARCHAR,
  first_response_minutes DOUBLE,
  resolved_at TIMESTAMP
)
