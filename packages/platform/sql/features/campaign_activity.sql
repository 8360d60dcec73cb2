-- Contacts by campaigns per customer in one month.
-- reads:  campaign_members from $month to $next_month
-- writes: customer_id, activity_month, campaigns, responses, last_day
-- Who was held back was not contacted. The source names no day of a response, so snapshots read
-- responses one month later, when they are known.
SELECT
  customer_id,
  CAST($month AS DATE) AS activity_month,
  CAST(count(*) AS DOUBLE) AS campaigns,
  CAST(sum(CASE WHEN responded THEN 1 ELSE 0 END) AS DOUBLE) AS responses,
  CAST(max(contacted_at) AS DATE) AS last_day
FROM campaign_members
WHERE customer_id IS NOT NULL
  AND contacted_at >= CAST($month AS DATE) AND contacted_at < CAST($next_month AS DATE)
GROUP BY customer_id
ORDER BY customer_id
