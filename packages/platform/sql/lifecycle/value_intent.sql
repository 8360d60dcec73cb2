-- The cells of value class and intent.
-- reads:  customer_class
-- writes: one row a cell with customers in it
SELECT
  as_of,
  horizon_months,
  value_class,
  intent,
  CAST(count(*) AS DOUBLE) AS customers,
  sum(expected_purchases) AS expected_purchases,
  sum(revenue_discounted) AS revenue_discounted
FROM customer_class
GROUP BY as_of, horizon_months, value_class, intent
ORDER BY value_class, intent
