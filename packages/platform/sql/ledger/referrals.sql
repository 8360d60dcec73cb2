-- One row a customer won by another, with the reward paid for it.
CREATE TABLE IF NOT EXISTS referrals (
  import_id INTEGER,
  line BIGINT,
  referrer_id VARCHAR,
  referred_id VARCHAR,
  referred_on DATE,
  reward DECIMAL(18, 4)
)
