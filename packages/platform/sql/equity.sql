-- Customer equity: the sum of customer_value for each horizon, with its 80 % interval.
-- reads:  customer_value, horizon
-- writes: one row a horizon
-- log sd of a total F is sqrt($dispersion / F + $drift^2): noise between customers and the drift of
-- whole years, which outweighs it (docs/metrics.md). 1.2816 = the 90 % point of the normal. What
-- caring for customers will cost is the same at both ends of the interval.
SELECT
  horizon_months,
  as_of,
  horizon_end,
  method,
  $verified = 1 AS verified,
  customers,
  expected_purchases,
  revenue_historic,
  revenue_predicted,
  revenue_discounted,
  revenue_discounted * exp(-1.2816 * log_sd) AS revenue_low,
  revenue_discounted * exp(1.2816 * log_sd) AS revenue_high,
  contribution_historic,
  contribution_discounted,
  contribution_discounted - revenue_discounted * (1 - exp(-1.2816 * log_sd)) * CAST($margin_rate AS DOUBLE)
    AS contribution_low,
  contribution_discounted + revenue_discounted * (exp(1.2816 * log_sd) - 1) * CAST($margin_rate AS DOUBLE)
    AS contribution_high,
  CAST($margin_rate AS DOUBLE) AS margin_rate,
  CAST($discount_rate AS DOUBLE) AS discount_rate
FROM (
  SELECT
    totals.*,
    CASE WHEN revenue_discounted > 0
      THEN sqrt(CAST($dispersion AS DOUBLE) / revenue_discounted + CAST($drift AS DOUBLE) * CAST($drift AS DOUBLE))
      ELSE 0
    END AS log_sd
  FROM (
    SELECT
      v.horizon_months AS horizon_months,
      v.as_of AS as_of,
      CAST(h.horizon_end AS DATE) AS horizon_end,
      v.method AS method,
      CAST(count(*) AS INTEGER) AS customers,
      sum(v.expected_purchases) AS expected_purchases,
      sum(v.revenue_historic) AS revenue_historic,
      sum(v.revenue_predicted) AS revenue_predicted,
      sum(v.revenue_discounted) AS revenue_discounted,
      sum(v.contribution_historic) AS contribution_historic,
      sum(v.contribution_discounted) AS contribution_discounted
    FROM customer_value AS v JOIN horizon AS h ON v.horizon_months = h.horizon_months
    GROUP BY v.horizon_months, v.as_of, h.horizon_end, v.method
  ) AS totals
) AS spread
