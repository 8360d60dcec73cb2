-- Contacts per customer and kind in one month.
-- reads:  interactions from $month to $next_month
-- writes: customer_id, activity_month, kind, contacts, minutes, cost, last_day
SELECT
  customer_id,
  CAST($month AS DATE) AS activity_month,
  coalesce(kind, '') AS kind,
  CAST(count(*) AS DOUBLE) AS contacts,
  CAST(sum(duration_minutes) AS DOUBLE) AS minutes,
  CAST(round(sum(CAST(cost AS DOUBLE)), 4) AS DOUBLE) AS cost,
  CAST(max(happened_at) AS DATE) AS last_day
FROM interactions
WHERE customer_id IS NOT NULL
  AND happened_at >= CAST($month AS DATE) AND happened_at < CAST($next_month AS DATE)
GROUP BY customer_id, coalesce(kind, '')
ORDER BY customer_id
