-- One row a contact between customer and company, on any channel, in either direction.
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
  outcome VARCHAR
)
