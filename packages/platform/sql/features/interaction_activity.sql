-- Contacts per customer, month and kind.
-- reads:  interactions
-- writes: customer_id, activity_month, kind, contacts, minutes, cost, last_day
SELECT
  customer_id,
  CAST(date_trunc('month', happened_at) AS DATE) AS activity_month,
  coalesce(kind, '') AS kind,
  CAST(count(*) AS DOUBLE) AS contacts,
  CAST(sum(duration_minutes) AS DOUBLE) AS minutes,
  CAST(round(sum(CAST(cost AS DOUBLE)), 4) AS DOUBLE) AS cost,
  CAST(max(happened_at) AS DATE) AS last_day
FROM interactions
WHERE customer_id IS NOT NULL AND happened_at IS NOT NULL
GROUP BY customer_id, CAST(date_trunc('month', happened_at) AS DATE), coalesce(kind, '')
ORDER BY customer_id, activity_month
