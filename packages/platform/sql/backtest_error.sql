-- By how much the winner of each backtest missed the total of the holdout: ln(predicted / actual).
CREATE TABLE IF NOT EXISTS backtest_error (
  calibration_end DATE,
  holdout_end DATE,
  method VARCHAR,
  log_error DOUBLE
)
