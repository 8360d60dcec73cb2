-- One row a phase of a contract: a plan with one fee from start to end; ended_on NULL while it runs.
CREATE TABLE IF NOT EXISTS subscriptions (
  import_id INTEGER,
  line BIGINT,
  subscription_id VARCHAR,
  customer_id VARCHAR,
  plan VARCHAR,
  started_on DATE,
  ended_on DATE,
  monthly_fee DECIMAL(18, 4),
  currency VARCHAR
)
