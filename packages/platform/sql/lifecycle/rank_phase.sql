-- The phases of contracts as ranks need them: worked out once, for all month ends.
-- reads:  subscriptions
-- writes: customer_id, plan, state, started_on, until_day (9999-12-31 while no end is known), fee (of
--         a pause the one before it, 0 without one), contract_start (the first day that is no trial)
-- The rules are those of contract.sql: after $gap_days days without a phase another contract begins,
-- a phase ends at the latest where the next one begins, one that ends before it starts is left out.
WITH phase AS (
  SELECT
    customer_id,
    coalesce(subscription_id, 'line ' || CAST(import_id AS VARCHAR) || '/' || CAST(line AS VARCHAR))
      AS subscription_id,
    coalesce(plan, '') AS plan,
    coalesce(state, 'active') AS state,
    coalesce(CAST(monthly_fee AS DOUBLE), 0) AS own_fee,
    started_on,
    ended_on,
    import_id,
    line
  FROM subscriptions
  WHERE customer_id IS NOT NULL AND started_on <= $as_of
    AND (ended_on IS NULL OR ended_on >= started_on)
    AND coalesce(currency, $currency) = $currency
),
bounded AS (
  SELECT
    phase.*,
    row_number() OVER w AS place,
    least(coalesce(ended_on, DATE '9999-12-31'), coalesce(lead(started_on) OVER w, DATE '9999-12-31'))
      AS until_day
  FROM phase
  WINDOW w AS (PARTITION BY customer_id, subscription_id ORDER BY started_on, import_id, line)
),
spaced AS (
  SELECT
    bounded.*,
    CASE WHEN date_diff('day', lag(until_day) OVER w, started_on) >= $gap_days THEN 1 ELSE 0 END AS is_new
  FROM bounded
  WINDOW w AS (PARTITION BY customer_id, subscription_id ORDER BY place)
),
numbered AS (
  SELECT
    spaced.*,
    sum(is_new) OVER w AS contract_no,
    sum(CASE WHEN state = 'active' THEN 1 ELSE 0 END) OVER w AS active_no
  FROM spaced
  WINDOW w AS (PARTITION BY customer_id, subscription_id ORDER BY place ROWS UNBOUNDED PRECEDING)
)
SELECT
  customer_id,
  plan,
  state,
  started_on,
  until_day,
  -- Of the phases since the last active one only that one is active.
  coalesce(max(CASE WHEN state = 'active' THEN own_fee END) OVER (
    PARTITION BY customer_id, subscription_id, contract_no, active_no
  ), 0) AS fee,
  coalesce(
    min(CASE WHEN state <> 'trial' THEN started_on END) OVER of_contract,
    min(started_on) OVER of_contract
  ) AS contract_start
FROM numbered
WINDOW of_contract AS (PARTITION BY customer_id, subscription_id, contract_no)
