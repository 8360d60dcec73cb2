-- How many customers are worth how much: classes of 1, 2, 5, 10, 20, 50 …
-- reads:  customer_value
-- writes: one row a horizon and class that holds somebody: lower_bound, upper_bound, customers,
--         revenue_discounted. A value on a bound belongs to the class above it.
WITH valued AS (
  SELECT horizon_months, revenue_discounted AS worth,
    CASE WHEN revenue_discounted >= 1 THEN power(10, floor(log10(revenue_discounted))) END AS decade
  FROM customer_value
  WHERE revenue_discounted IS NOT NULL
),
classed AS (
  SELECT horizon_months, worth,
    CASE
      WHEN decade IS NULL THEN 0
      WHEN worth >= 5 * decade THEN 5 * decade
      WHEN worth >= 2 * decade THEN 2 * decade
      ELSE decade
    END AS lower_bound,
    CASE
      WHEN decade IS NULL THEN 1
      WHEN worth >= 5 * decade THEN 10 * decade
      WHEN worth >= 2 * decade THEN 5 * decade
      ELSE 2 * decade
    END AS upper_bound
  FROM valued
)
SELECT
  horizon_months,
  CAST(lower_bound AS DOUBLE) AS lower_bound,
  CAST(upper_bound AS DOUBLE) AS upper_bound,
  CAST(count(*) AS INTEGER) AS customers,
  sum(worth) AS revenue_discounted
FROM classed
GROUP BY horizon_months, lower_bound, upper_bound
