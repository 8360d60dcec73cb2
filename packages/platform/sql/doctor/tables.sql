-- How much each table of the ledger holds, and of which days.
-- reads:  the ledger
-- writes: one row a table in the order of their place: source_table, n, first_day, last_day (NULL where its rows have no day)
SELECT 1 AS place, 'orders' AS source_table, CAST(count(*) AS DOUBLE) AS n, CAST(min(ordered_at) AS DATE) AS first_day,
  CAST(max(ordered_at) AS DATE) AS last_day
FROM orders
UNION ALL
SELECT 2, 'customers', CAST(count(*) AS DOUBLE), CAST(min(registered_on) AS DATE), CAST(max(registered_on) AS DATE) FROM customers
UNION ALL
SELECT 3, 'customer_attributes', CAST(count(*) AS DOUBLE), CAST(min(valid_from) AS DATE), CAST(max(valid_from) AS DATE) FROM customer_attributes
UNION ALL
SELECT 4, 'identifiers', CAST(count(*) AS DOUBLE), CAST(NULL AS DATE), CAST(NULL AS DATE) FROM identifiers
UNION ALL
SELECT 5, 'subscriptions', CAST(count(*) AS DOUBLE), CAST(min(started_on) AS DATE), CAST(max(started_on) AS DATE) FROM subscriptions
UNION ALL
SELECT 6, 'interactions', CAST(count(*) AS DOUBLE), CAST(min(happened_at) AS DATE), CAST(max(happened_at) AS DATE) FROM interactions
UNION ALL
SELECT 7, 'usage', CAST(count(*) AS DOUBLE), CAST(min(used_at) AS DATE), CAST(max(used_at) AS DATE) FROM usage
UNION ALL
SELECT 8, 'feedback', CAST(count(*) AS DOUBLE), CAST(min(given_at) AS DATE), CAST(max(given_at) AS DATE) FROM feedback
UNION ALL
SELECT 9, 'costs', CAST(count(*) AS DOUBLE), CAST(min(period_start) AS DATE), CAST(max(period_start) AS DATE) FROM costs
UNION ALL
SELECT 10, 'products', CAST(count(*) AS DOUBLE), CAST(NULL AS DATE), CAST(NULL AS DATE) FROM products
UNION ALL
SELECT 11, 'campaigns', CAST(count(*) AS DOUBLE), CAST(NULL AS DATE), CAST(NULL AS DATE) FROM campaigns
UNION ALL
SELECT 12, 'campaign_members', CAST(count(*) AS DOUBLE), CAST(min(contacted_at) AS DATE), CAST(max(contacted_at) AS DATE) FROM campaign_members
UNION ALL
SELECT 13, 'referrals', CAST(count(*) AS DOUBLE), CAST(min(referred_on) AS DATE), CAST(max(referred_on) AS DATE) FROM referrals
UNION ALL
SELECT 14, 'consents', CAST(count(*) AS DOUBLE), CAST(min(decided_at) AS DATE), CAST(max(decided_at) AS DATE) FROM consents
UNION ALL
SELECT 15, 'exchange_rates', CAST(count(*) AS DOUBLE), CAST(min(day) AS DATE), CAST(max(day) AS DATE) FROM exchange_rates
ORDER BY place
