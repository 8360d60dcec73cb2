-- Tenths of the customers, the most valuable first.
-- reads: value_decile
SELECT decile, customers, revenue_discounted, value_share, expected_purchases, revenue_historic
FROM value_decile
WHERE horizon_months = $horizon
ORDER BY decile
