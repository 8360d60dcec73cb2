-- The times in which each customer counted as active: from a month of purchase to the last month
-- end that has a purchase in the $inactive_months months before it.
-- reads:  figure_month
-- writes: customer_no, profile_id, is_first, from_month, until_month (months since January 1970;
--         until_month may lie ahead, where it is not yet known to be the end)
SELECT
  customer_no,
  profile_id,
  CASE WHEN spell = 1 THEN 1 ELSE 0 END AS is_first,
  min(month) AS from_month,
  CAST(max(month) + CAST($inactive_months AS INTEGER) - 1 AS INTEGER) AS until_month
FROM (
  SELECT
    customer_no,
    profile_id,
    month,
    sum(CASE WHEN previous IS NULL OR month - previous > $inactive_months THEN 1 ELSE 0 END)
      OVER (PARTITION BY customer_no ORDER BY month ROWS UNBOUNDED PRECEDING) AS spell
  FROM (
    SELECT customer_no, profile_id, month,
      lag(month) OVER (PARTITION BY customer_no ORDER BY month) AS previous
    FROM figure_month WHERE purchases > 0
  ) AS bought
) AS numbered
GROUP BY customer_no, profile_id, spell
