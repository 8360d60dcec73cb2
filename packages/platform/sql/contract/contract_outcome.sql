-- The distinct outcomes of the holdout: how long contracts had run, and what became of them.
-- reads:  contract_prediction
SELECT
  plan,
  months,
  actual_months,
  lost,
  CAST(count(*) AS DOUBLE) AS weight
FROM contract_prediction
GROUP BY plan, months, actual_months, lost
ORDER BY plan, months, actual_months, lost
