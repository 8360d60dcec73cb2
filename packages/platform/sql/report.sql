-- Small results that are read as a whole: backtest, doctor, fits, run; body is JSON.
CREATE TABLE IF NOT EXISTS report (
  name VARCHAR,
  created_at TIMESTAMP,
  body VARCHAR
)
