-- The cohorts of one member, oldest first. Days are text, as files want them.
-- reads:  cohort_month
-- writes: cohort_month, month_since, customers, active, retention, revenue, contribution,
--         cumulative_contribution, cac
-- Of a dimension, cohorts of fewer than $smallest_group customers are hidden, and with a single one,
-- or with several that are too few together, the next smallest of the month: with $suppressed = 0
-- those that are shown, with 1 those that are not.
WITH cohort AS (
  SELECT
    dimension, member, cohort_month, size,
    CASE WHEN dimension <> 'all' AND size > 0 AND size < $smallest_group THEN 1 ELSE 0 END AS is_small
  FROM (
    SELECT dimension, member, cohort_month, max(customers) AS size
    FROM cohort_month
    WHERE cohort_kind = $cohort_kind AND dimension = $dimension
    GROUP BY dimension, member, cohort_month
  ) AS sized
),
placed AS (
  SELECT
    cohort.*,
    sum(is_small) OVER (PARTITION BY cohort_month) AS hidden,
    sum(is_small * size) OVER (PARTITION BY cohort_month) AS hidden_customers,
    row_number() OVER (PARTITION BY cohort_month, is_small ORDER BY size, member) AS place
  FROM cohort
),
judged AS (
  SELECT member, cohort_month,
    CASE
      WHEN is_small = 1 THEN 1
      WHEN hidden > 0 AND (hidden = 1 OR hidden_customers < $smallest_group) AND place = 1 THEN 1
      ELSE 0
    END AS is_hidden
  FROM placed
)
SELECT CAST(shown.cohort_month AS VARCHAR) AS cohort_month, month_since, customers, active, retention,
  revenue, contribution, cumulative_contribution, cac
FROM cohort_month AS shown
JOIN judged ON shown.member = judged.member AND shown.cohort_month = judged.cohort_month
WHERE cohort_kind = $cohort_kind AND dimension = $dimension AND shown.member = $member
  AND judged.is_hidden = CAST($suppressed AS INTEGER)
ORDER BY shown.cohort_month, month_since
