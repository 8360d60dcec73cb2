-- What each method foresaw at the end of calibration for each contract that ran, beside what came.
-- reads:  calibration_contract, calibration_contract_score, contract (as of the end of the holdout)
-- writes: place (1 to n), customer_id, subscription_id, plan, months (begun by then), fee (a month,
--         of a pause as far as pauses are paid again), actual_months (begun since), actual_revenue,
--         lost (in the holdout), and the months of each method
SELECT
  CAST(row_number() OVER (ORDER BY b.customer_id, b.subscription_id, b.contract_no) AS DOUBLE) AS place,
  b.customer_id AS customer_id,
  b.subscription_id AS subscription_id,
  b.plan AS plan,
  b.months AS months,
  CASE WHEN b.state = 'paused' THEN b.monthly_fee * CAST($resume_share AS DOUBLE) ELSE b.monthly_fee END
    AS fee,
  a.months - b.months AS actual_months,
  round(a.revenue_historic - b.revenue_historic, 4) AS actual_revenue,
  CAST(a.lost AS DOUBLE) AS lost,
  s.sbg AS sbg,
  s.bdw AS bdw,
  s.churn_rate AS churn_rate,
  s.fee_months AS fee_months,
  s.everyone_stays AS everyone_stays
FROM calibration_contract AS b
JOIN contract AS a
  ON b.customer_id = a.customer_id AND b.subscription_id = a.subscription_id
  AND b.contract_no = a.contract_no
JOIN calibration_contract_score AS s ON b.plan = s.plan AND b.months = s.months
WHERE b.is_contract = 1 AND b.ended_on IS NULL
