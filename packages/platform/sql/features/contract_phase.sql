-- The phases of contracts, their fees as DOUBLE.
-- reads:  subscriptions
-- writes: customer_id, plan, started_on, ended_on, monthly_fee, state
-- A phase that ends before it starts never ran and is left out.
SELECT
  customer_id,
  plan,
  started_on,
  ended_on,
  CAST(monthly_fee AS DOUBLE) AS monthly_fee,
  state
FROM subscriptions
WHERE customer_id IS NOT NULL AND started_on IS NOT NULL
  AND (ended_on IS NULL OR ended_on >= started_on)
ORDER BY customer_id, started_on
