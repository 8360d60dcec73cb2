-- How concentrated the value is: which share of it the first k percent of the customers hold.
-- reads:  customer_value
-- writes: one row a horizon and percentile with customers in it, most valuable first
SELECT
  horizon_months,
  percentile,
  sum(customers_in) OVER (
    PARTITION BY horizon_months ORDER BY percentile ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ) / sum(customers_in) OVER (PARTITION BY horizon_months) AS customers,
  CASE WHEN sum(value_in) OVER (PARTITION BY horizon_months) > 0
    THEN sum(value_in) OVER (
      PARTITION BY horizon_months ORDER BY percentile ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) / sum(value_in) OVER (PARTITION BY horizon_months)
    ELSE 0
  END AS value
FROM (
  SELECT
    v.horizon_months AS horizon_months,
    CAST(ceil(100.0 * v.rank_place / totals.customers) AS INTEGER) AS percentile,
    CAST(count(*) AS DOUBLE) AS customers_in,
    sum(v.revenue_discounted) AS value_in
  FROM customer_value AS v
  JOIN (
    SELECT horizon_months, count(*) AS customers FROM customer_value GROUP BY horizon_months
  ) AS totals ON v.horizon_months = totals.horizon_months
  GROUP BY v.horizon_months, CAST(ceil(100.0 * v.rank_place / totals.customers) AS INTEGER)
) AS hundredths
ORDER BY horizon_months, percentile
