-- Use per customer and month.
-- reads:  usage
-- writes: customer_id, activity_month, events, quantity, days, functions, last_day
-- An event that names no quantity is one. functions: how many different ones in the month.
SELECT
  customer_id,
  CAST(date_trunc('month', used_at) AS DATE) AS activity_month,
  CAST(count(*) AS DOUBLE) AS events,
  CAST(round(sum(coalesce(quantity, 1)), 4) AS DOUBLE) AS quantity,
  CAST(count(DISTINCT CAST(used_at AS DATE)) AS DOUBLE) AS days,
  CAST(count(DISTINCT feature) AS DOUBLE) AS functions,
  CAST(max(used_at) AS DATE) AS last_day
FROM usage
WHERE customer_id IS NOT NULL AND used_at IS NOT NULL
GROUP BY customer_id, CAST(date_trunc('month', used_at) AS DATE)
ORDER BY customer_id, activity_month
