-- Groups of customers and what they are worth.
-- reads:  group_comparison
-- writes: its columns
-- Groups of fewer than $smallest_group are hidden, and with a single one, or with several that are
-- too few together, the next smallest of the comparison: with $suppressed = 0 those that are shown,
-- with 1 those that are not. A difference that would tell of a hidden group is left out.
WITH marked AS (
  SELECT group_comparison.*, CASE WHEN n > 0 AND n < $smallest_group THEN 1 ELSE 0 END AS is_small
  FROM group_comparison
),
placed AS (
  SELECT
    marked.*,
    sum(is_small) OVER (PARTITION BY comparison, basis) AS hidden,
    sum(is_small * n) OVER (PARTITION BY comparison, basis) AS hidden_customers,
    row_number() OVER (PARTITION BY comparison, basis, is_small ORDER BY n, member) AS place
  FROM marked
),
judged AS (
  SELECT
    placed.*,
    CASE
      WHEN is_small = 1 THEN 1
      WHEN hidden > 0 AND (hidden = 1 OR hidden_customers < $smallest_group) AND place = 1 THEN 1
      ELSE 0
    END AS is_hidden
  FROM placed
)
SELECT comparison, basis, member, n, mean, low, high,
  CASE WHEN hidden = 0 THEN difference END AS difference,
  CASE WHEN hidden = 0 THEN difference_low END AS difference_low,
  CASE WHEN hidden = 0 THEN difference_high END AS difference_high,
  CASE WHEN hidden = 0 THEN verdict END AS verdict
FROM judged
WHERE is_hidden = CAST($suppressed AS INTEGER)
ORDER BY comparison, basis, member
