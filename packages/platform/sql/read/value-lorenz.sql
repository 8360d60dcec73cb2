-- The share of value held by the most valuable customers, a hundred and one points.
-- reads: value_lorenz
SELECT customers, value
FROM value_lorenz
WHERE horizon_months = $horizon
ORDER BY percentile
