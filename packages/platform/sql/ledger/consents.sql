-- One row a decision of a customer on a purpose and channel, from that moment on.
CREATE TABLE IF NOT EXISTS consents (
  import_id INTEGER,
  line BIGINT,
  customer_id VARCHAR,
  purpose VARCHAR,
  channel VARCHAR,
  granted BOOLEAN,
  decided_at TIMESTAMP,
  basis VARCHAR
)
