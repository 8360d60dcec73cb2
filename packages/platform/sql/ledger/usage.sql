-- One row an event of use, or a counter for a day: what was used, and how much of it.
CREATE TABLE IF NOT EXISTS usage (
  import_id INTEGER,
  line BIGINT,
  usage_id VARCHAR,
  customer_id VARCHAR,
  subscription_id VARCHAR,
  used_at TIMESTAMP,
  feature VARCHAR,
  quantity DOUBLE
)
