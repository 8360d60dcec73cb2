-- What was spent beside goods and the winning of customers, by month and whoever caused it.
-- reads:  costs, campaigns, cost_kind, customer_profile, figure_period
-- writes: month (since January 1970), profile_id (0 where no customer is named), level (order,
--         service, unknown), amount
-- A cost is spread evenly over the days of its period. The cost of a campaign counts as one of orders
-- where no row of costs names the campaign. Costs of kind acquisition are in figure_acquisition.
WITH spending AS (
  SELECT
    costs.customer_id AS customer_id,
    coalesce(cost_kind.level, 'unknown') AS level,
    coalesce(costs.period_start, costs.period_end) AS first_day,
    greatest(coalesce(costs.period_end, costs.period_start),
      coalesce(costs.period_start, costs.period_end)) AS last_day,
    CAST(costs.amount AS DOUBLE) AS amount
  FROM costs
  LEFT JOIN cost_kind ON lower(trim(costs.kind)) = cost_kind.kind
  WHERE coalesce(costs.currency, $currency) = $currency
    AND coalesce(costs.period_start, costs.period_end) IS NOT NULL
    AND coalesce(cost_kind.level, 'unknown') <> 'acquisition'
  UNION ALL
  SELECT
    CAST(NULL AS VARCHAR),
    'order',
    coalesce(campaigns.started_on, campaigns.ended_on),
    greatest(coalesce(campaigns.ended_on, campaigns.started_on),
      coalesce(campaigns.started_on, campaigns.ended_on)),
    CAST(campaigns.cost AS DOUBLE)
  FROM campaigns
  LEFT JOIN (SELECT DISTINCT campaign_id FROM costs) AS told
    ON campaigns.campaign_id = told.campaign_id
  WHERE told.campaign_id IS NULL AND campaigns.cost IS NOT NULL
    AND coalesce(campaigns.started_on, campaigns.ended_on) IS NOT NULL
)
SELECT
  month.first_month AS month,
  coalesce(profile.profile_id, 0) AS profile_id,
  spending.level AS level,
  CAST(sum(spending.amount
    * (date_diff('day', greatest(spending.first_day, month.period_start), least(spending.last_day, month.period_end))
      + 1)
    / CAST(date_diff('day', spending.first_day, spending.last_day) + 1 AS DOUBLE)) AS DOUBLE) AS amount
FROM spending
LEFT JOIN customer_profile AS profile ON spending.customer_id = profile.customer_id
JOIN figure_period AS month
  ON month.period_kind = 'month'
  AND spending.first_day <= month.period_end AND spending.last_day >= month.period_start
GROUP BY month.first_month, coalesce(profile.profile_id, 0), spending.level
