-- Costs in the workspace's currency, by the rate of the first day of their period.
-- reads:  costs, currency_rate
-- writes: the columns of costs
-- A cost without a quote of the last $rate_days days stays in its currency and counts for nothing.
WITH day_rate AS (
  SELECT asked.currency AS currency, asked.cost_day AS cost_day, currency_rate.rate AS rate
  FROM (
    SELECT DISTINCT currency, coalesce(period_start, period_end) AS cost_day
    FROM costs WHERE currency <> $currency
  ) AS asked
  JOIN currency_rate
    ON asked.currency = currency_rate.currency
    AND asked.cost_day >= currency_rate.day AND asked.cost_day < currency_rate.until_day
  WHERE date_diff('day', currency_rate.day, asked.cost_day) <= $rate_days
)
SELECT
  costs.import_id AS import_id,
  costs.line AS line,
  costs.kind AS kind,
  costs.period_start AS period_start,
  costs.period_end AS period_end,
  costs.channel AS channel,
  costs.campaign_id AS campaign_id,
  costs.customer_id AS customer_id,
  CAST(round(CAST(costs.amount AS DOUBLE) * coalesce(day_rate.rate, 1), 4) AS DOUBLE) AS amount,
  CASE WHEN day_rate.rate IS NOT NULL THEN $currency ELSE costs.currency END AS currency
FROM costs
LEFT JOIN day_rate
  ON costs.currency = day_rate.currency
  AND coalesce(costs.period_start, costs.period_end) = day_rate.cost_day
