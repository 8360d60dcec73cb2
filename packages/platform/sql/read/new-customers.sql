-- What a customer who is won now is worth, beside what it costs to win one.
-- reads:  new_customer_value, figure_value
-- The cost is that of the whole history, by the same cut; without one there is no ratio.
SELECT
  worth.source AS source,
  worth.dimension AS dimension,
  worth.member AS member,
  worth.customers AS customers,
  worth.revenue AS revenue,
  worth.revenue_low AS revenue_low,
  worth.revenue_high AS revenue_high,
  worth.contribution AS contribution,
  worth.contribution_low AS contribution_low,
  worth.contribution_high AS contribution_high,
  cost.value AS acquisition_cost,
  CASE WHEN cost.value > 0 THEN worth.contribution / cost.value END AS clv_cac,
  CASE WHEN cost.value > 0 THEN worth.contribution_low / cost.value END AS clv_cac_low,
  CASE WHEN cost.value > 0 THEN worth.contribution_high / cost.value END AS clv_cac_high
FROM new_customer_value AS worth
LEFT JOIN figure_value AS cost
  ON cost.figure = 'cac' AND cost.period_kind = 'total'
  AND worth.dimension = cost.dimension AND worth.member = cost.member
WHERE worth.horizon_months = $horizon AND worth.customers >= $smallest_group
ORDER BY CASE WHEN worth.dimension = 'all' THEN 0 ELSE 1 END, worth.source, worth.dimension,
  worth.revenue DESC, worth.member
