-- Classes of value, the lowest first.
-- reads: value_histogram
SELECT lower_bound, upper_bound, customers, revenue_discounted
FROM value_histogram
WHERE horizon_months = $horizon
ORDER BY lower_bound
