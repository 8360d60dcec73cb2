-- The tenths of the customers, most valuable first, and what they are worth.
-- reads:  customer_value
-- writes: one row a horizon and decile (1 = top)
SELECT
  tenths.horizon_months AS horizon_months,
  decile,
  customers,
  revenue_discounted,
  CASE WHEN all_value > 0 THEN revenue_discounted / all_value ELSE 0 END AS value_share,
  expected_purchases,
  revenue_historic
FROM (
  SELECT
    horizon_months,
    decile,
    CAST(count(*) AS INTEGER) AS customers,
    sum(revenue_discounted) AS revenue_discounted,
    sum(expected_purchases) AS expected_purchases,
    sum(revenue_historic) AS revenue_historic
  FROM customer_value
  GROUP BY horizon_months, decile
) AS tenths
JOIN (
  SELECT horizon_months, sum(revenue_discounted) AS all_value FROM customer_value GROUP BY horizon_months
) AS totals ON tenths.horizon_months = totals.horizon_months
ORDER BY horizon_months, decile
