-- How concentrated the revenue of each year is.
-- reads:  revenue_lorenz
-- writes: period_start, percentile, customers, revenue, gini, top_tenth, n
SELECT period_start, percentile, customers, revenue, gini, top_tenth, n
FROM revenue_lorenz
ORDER BY period_start, percentile
