-- One row a cost that is no cost of goods: acquisition, marketing or service, for a period.
CREATE TABLE IF NOT EXISTS costs (
  import_id INTEGER,
  line BIGINT,
  kind VARCHAR,
  period_start DATE,
  period_end DATE,
  channel VARCHAR,
  campaign_id VARCHAR,
  customer_id VARCHAR,
  amount DECIMAL(18, 4),
  currency VARCHAR
)
