-- Customers won by each customer, per month.
-- reads:  referrals
-- writes: customer_id, activity_month, referrals
SELECT
  referrer_id AS customer_id,
  CAST(date_trunc('month', referred_on) AS DATE) AS activity_month,
  CAST(count(*) AS DOUBLE) AS referrals
FROM referrals
WHERE referrer_id IS NOT NULL AND referred_on IS NOT NULL
GROUP BY referrer_id, CAST(date_trunc('month', referred_on) AS DATE)
