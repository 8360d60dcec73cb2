-- What the upper part of comparable customers reach in a year.
-- reads:  potential_customer
-- writes: level (1: tenure, entry, business; 2: tenure, entry; 3: tenure; 4: all of the kind), kind,
--         tenure_class, entry, business ('*': not looked at), compared (customers), reached
-- reached is the $reach quantile of `actual`, found in a histogram whose bins are 1 % wide.
WITH bin AS (
  SELECT kind, tenure_class, entry, business, amount_bin, count(*) AS customers
  FROM (
    SELECT kind, tenure_class, entry, business,
      CAST(CASE WHEN actual > 0 THEN round(ln(1 + actual) * 100) ELSE 0 END AS INTEGER) AS amount_bin
    FROM potential_customer
  ) AS binned
  GROUP BY kind, tenure_class, entry, business, amount_bin
),
histogram AS (
  SELECT 1 AS level, kind, tenure_class, entry, business, amount_bin, customers FROM bin
  UNION ALL
  SELECT 2, kind, tenure_class, entry, '*', amount_bin, sum(customers) FROM bin
  GROUP BY kind, tenure_class, entry, amount_bin
  UNION ALL
  SELECT 3, kind, tenure_class, '*', '*', amount_bin, sum(customers) FROM bin
  GROUP BY kind, tenure_class, amount_bin
  UNION ALL
  SELECT 4, kind, '*', '*', '*', amount_bin, sum(customers) FROM bin
  GROUP BY kind, amount_bin
),
summed AS (
  SELECT
    histogram.*,
    sum(customers) OVER (
      PARTITION BY level, kind, tenure_class, entry, business ORDER BY amount_bin
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS so_far,
    sum(customers) OVER (PARTITION BY level, kind, tenure_class, entry, business) AS compared
  FROM histogram
)
SELECT
  CAST(level AS INTEGER) AS level,
  kind,
  tenure_class,
  entry,
  business,
  CAST(max(compared) AS DOUBLE) AS compared,
  CAST(round(exp(min(CASE WHEN so_far >= CAST($reach AS DOUBLE) * compared THEN amount_bin END) / 100.0) - 1, 2)
    AS DOUBLE) AS reached
FROM summed
GROUP BY level, kind, tenure_class, entry, business
