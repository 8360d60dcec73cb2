-- One row a phase of a contract: one plan at one fee from start to end; ended_on is the first day
-- without it, NULL while it runs. A change of plan or fee is a new phase of the same contract; a
-- pause is a phase with state paused and no fee. state: active, paused, trial.
CREATE TABLE IF NOT EXISTS subscriptions (
  import_id INTEGER,
  line BIGINT,
  subscription_id VARCHAR,
  customer_id VARCHAR,
  plan VARCHAR,
  started_on DATE,
  ended_on DATE,
  monthly_fee DECIMAL(18, 4),
  currency VARCHAR,
  state VARCHAR
)
