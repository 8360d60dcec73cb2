-- How concentrated the revenue of each year is. Days are text, as files want them.
-- reads:  revenue_lorenz
-- writes: period_start, percentile, customers, revenue, gini, top_tenth, n
SELECT CAST(period_start AS VARCHAR) AS period_start, percentile, customers, revenue, gini, top_tenth, n
FROM revenue_lorenz
ORDER BY revenue_lorenz.period_start, percentile
