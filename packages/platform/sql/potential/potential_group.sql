-- Actual and comparable value of each group of customers, and of all of a kind.
-- reads:  customer_potential
-- writes: kind, tenure_class, entry, business ('*' in all three: all of the kind), level, customers,
--         below (customers below what is reached), actual, reached (NULL for all of a kind), gap,
--         wallet_customers, wallet_gap
SELECT kind, tenure_class, entry, business, level, CAST(count(*) AS DOUBLE) AS customers,
  CAST(sum(CASE WHEN gap > 0 THEN 1 ELSE 0 END) AS DOUBLE) AS below,
  round(sum(actual), 2) AS actual, max(reached) AS reached, round(sum(gap), 2) AS gap,
  CAST(count(wallet_gap) AS DOUBLE) AS wallet_customers, round(sum(wallet_gap), 2) AS wallet_gap
FROM customer_potential
GROUP BY kind, tenure_class, entry, business, level
UNION ALL
SELECT kind, '*', '*', '*', NULL, CAST(count(*) AS DOUBLE),
  CAST(sum(CASE WHEN gap > 0 THEN 1 ELSE 0 END) AS DOUBLE),
  round(sum(actual), 2), NULL, round(sum(gap), 2), CAST(count(wallet_gap) AS DOUBLE),
  round(sum(wallet_gap), 2)
FROM customer_potential
GROUP BY kind
