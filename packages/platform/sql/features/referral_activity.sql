-- Customers won by each customer in one month.
-- reads:  referrals from $month to $next_month
-- writes: customer_id, activity_month, referrals
SELECT
  referrer_id AS customer_id,
  CAST($month AS DATE) AS activity_month,
  CAST(count(*) AS DOUBLE) AS referrals
FROM referrals
WHERE referrer_id IS NOT NULL
  AND referred_on >= CAST($month AS DATE) AND referred_on < CAST($next_month AS DATE)
GROUP BY referrer_id
ORDER BY customer_id
