-- Use per customer in one month.
-- reads:  usage from $month to $next_month, subscriptions
-- writes: customer_id, activity_month, events, quantity, days, functions, last_day
-- Use that names a contract only belongs to the customer of that contract. An event that names no
-- quantity is one. functions: how many different ones in the month.
SELECT
  customer_id,
  CAST($month AS DATE) AS activity_month,
  CAST(count(*) AS DOUBLE) AS events,
  CAST(round(sum(coalesce(quantity, 1)), 4) AS DOUBLE) AS quantity,
  CAST(count(DISTINCT CAST(used_at AS DATE)) AS DOUBLE) AS days,
  CAST(count(DISTINCT feature) AS DOUBLE) AS functions,
  CAST(max(used_at) AS DATE) AS last_day
FROM (
  SELECT
    coalesce(usage.customer_id, contract.holder) AS customer_id,
    usage.used_at AS used_at,
    usage.quantity AS quantity,
    usage.feature AS feature
  FROM usage
  LEFT JOIN (
    SELECT subscription_id, min(customer_id) AS holder
    FROM subscriptions
    WHERE subscription_id IS NOT NULL
    GROUP BY subscription_id
  ) AS contract
    -- By an equality only: a condition on one side alone would compare every row with every other.
    ON CASE WHEN usage.customer_id IS NULL THEN usage.subscription_id END = contract.subscription_id
  WHERE usage.used_at >= CAST($month AS DATE) AND usage.used_at < CAST($next_month AS DATE)
) AS used
WHERE customer_id IS NOT NULL
GROUP BY customer_id
ORDER BY customer_id
