-- How the transition method cuts time: one row.
-- reads:  customer_summary
-- writes: period_days, periods (complete ones up to $as_of), last_day, customers, has_amounts (1 or 0)
-- Periods have 30 days, so that an ordinary customer buys 0.2 to 2 times in one. Where fewer than
-- half buy as often as 0.2 times in 30 days they have 91 days, if there are at least three years.
SELECT
  period_days,
  floor(history_days / period_days) AS periods,
  CAST($as_of AS DATE) AS last_day,
  customers,
  has_amounts
FROM (
  SELECT
    CASE WHEN 2 * frequent < customers AND history_days >= 12 * 91 THEN CAST(91 AS DOUBLE) ELSE CAST(30 AS DOUBLE) END
      AS period_days,
    history_days,
    customers,
    has_amounts
  FROM (
    SELECT
      CAST(count(*) AS DOUBLE) AS customers,
      CAST(sum(CASE WHEN purchases >= 0.2 * greatest(age / CAST(30 AS DOUBLE), 1) THEN 1 ELSE 0 END) AS DOUBLE)
        AS frequent,
      CAST(date_diff('day', min(first_day), $as_of) + 1 AS DOUBLE) AS history_days,
      CAST(max(CASE WHEN revenue > 0 THEN 1 ELSE 0 END) AS DOUBLE) AS has_amounts
    FROM customer_summary
  ) AS counted
) AS planned
