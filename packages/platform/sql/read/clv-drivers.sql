-- What the levers of customer value are, and what 1 % more of each brings.
-- reads:  clv_driver
-- writes: member, driver, value, effect, effect_total, clv, active, as_of
-- Of a dimension, members with fewer than $smallest_group active customers are hidden, and with a
-- single one, or with several that are too few together, the next smallest: with $suppressed = 0
-- those that are shown, with 1 those that are not.
WITH member_size AS (
  SELECT member, size,
    CASE WHEN $dimension <> 'all' AND size > 0 AND size < $smallest_group THEN 1 ELSE 0 END AS is_small
  FROM (
    SELECT member, max(active) AS size FROM clv_driver WHERE dimension = $dimension GROUP BY member
  ) AS sized
),
placed AS (
  SELECT
    member_size.*,
    sum(is_small) OVER () AS hidden,
    sum(is_small * size) OVER () AS hidden_customers,
    row_number() OVER (PARTITION BY is_small ORDER BY size, member) AS place
  FROM member_size
)
SELECT shown.member, driver, value, effect, effect_total, clv, active, as_of
FROM clv_driver AS shown
JOIN placed ON shown.member = placed.member
WHERE dimension = $dimension
  AND CAST($suppressed AS INTEGER) = CASE
    WHEN is_small = 1 THEN 1
    WHEN hidden > 0 AND (hidden = 1 OR hidden_customers < $smallest_group) AND place = 1 THEN 1
    ELSE 0
  END
ORDER BY shown.member, effect_total DESC, driver
