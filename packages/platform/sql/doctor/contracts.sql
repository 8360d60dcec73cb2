-- What is odd about contracts and their use, counted.
-- reads:  subscriptions, usage
-- A contract without an id is told by customer and plan. Use without a contract's id is compared
-- with all contracts of its customer.
WITH phase AS (
  SELECT
    customer_id,
    subscription_id,
    started_on,
    ended_on,
    monthly_fee,
    coalesce(state, 'active') AS state,
    lead(started_on) OVER (
      PARTITION BY customer_id, coalesce(subscription_id, plan, '')
      ORDER BY started_on, import_id, line
    ) AS next_start
  FROM subscriptions
),
contract AS (
  SELECT
    subscription_id,
    min(started_on) AS first_day,
    CASE WHEN count(ended_on) = count(*) THEN max(ended_on) END AS end_day
  FROM subscriptions
  WHERE subscription_id IS NOT NULL
  GROUP BY subscription_id
),
holder AS (
  SELECT
    customer_id,
    min(started_on) AS first_day,
    CASE WHEN count(ended_on) = count(*) THEN max(ended_on) END AS end_day
  FROM subscriptions
  WHERE customer_id IS NOT NULL
  GROUP BY customer_id
),
used AS (
  SELECT
    CAST(used_at AS DATE) AS day,
    CASE WHEN usage.subscription_id IS NULL THEN holder.first_day ELSE contract.first_day END
      AS first_day,
    CASE WHEN usage.subscription_id IS NULL THEN holder.end_day ELSE contract.end_day END AS end_day,
    CASE WHEN usage.subscription_id IS NOT NULL AND contract.subscription_id IS NULL THEN 1 ELSE 0 END
      AS unknown_contract
  FROM usage
  LEFT JOIN contract ON usage.subscription_id = contract.subscription_id
  -- By an equality only: a condition on the left side alone would compare every row with every other.
  LEFT JOIN holder
    ON CASE WHEN usage.subscription_id IS NULL THEN usage.customer_id END = holder.customer_id
)
SELECT phases.*, unnumbered.*, uses.*
FROM (
  SELECT
    CAST(count(*) AS DOUBLE) AS phases,
    CAST(coalesce(sum(CASE WHEN ended_on < started_on THEN 1 ELSE 0 END), 0) AS DOUBLE)
      AS ends_before_start,
    CAST(coalesce(sum(CASE WHEN ended_on >= started_on AND next_start < ended_on THEN 1
      WHEN ended_on IS NULL AND next_start IS NOT NULL THEN 1 ELSE 0 END), 0) AS DOUBLE) AS overlaps,
    CAST(coalesce(sum(CASE WHEN monthly_fee IS NULL AND state = 'active' THEN 1 ELSE 0 END), 0)
      AS DOUBLE) AS without_fee
  FROM phase
) AS phases
CROSS JOIN (
  -- Without a number nothing tells that a phase is one that another import brought before.
  SELECT CAST(coalesce(sum(copies - 1), 0) AS DOUBLE) AS again_without_number
  FROM (
    SELECT count(*) AS copies
    FROM subscriptions
    WHERE subscription_id IS NULL AND customer_id IS NOT NULL
    GROUP BY customer_id, started_on
    HAVING count(DISTINCT import_id) > 1
  ) AS repeated
) AS unnumbered
CROSS JOIN (
  SELECT
    CAST(count(*) AS DOUBLE) AS uses,
    CAST(coalesce(sum(CASE WHEN day < first_day THEN 1 ELSE 0 END), 0) AS DOUBLE) AS used_before,
    CAST(coalesce(sum(CASE WHEN day >= end_day AND day >= first_day THEN 1 ELSE 0 END), 0) AS DOUBLE)
      AS used_after,
    CAST(coalesce(sum(unknown_contract), 0) AS DOUBLE) AS unknown_contract
  FROM used
) AS uses
