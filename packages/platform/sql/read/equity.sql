-- The worth of all customers, one row a horizon.
-- reads: equity
SELECT
  horizon_months,
  as_of,
  horizon_end,
  method,
  verified,
  customers,
  expected_purchases,
  revenue_historic,
  revenue_predicted,
  revenue_discounted,
  revenue_low,
  revenue_high,
  contribution_historic,
  contribution_discounted,
  contribution_low,
  contribution_high,
  margin_rate,
  discount_rate
FROM equity
ORDER BY horizon_months
