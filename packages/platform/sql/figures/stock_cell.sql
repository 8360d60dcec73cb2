-- How many customers were active at each month end, who came, who left, who bought again.
-- reads:  customer_spell, figure_month, profile_cut, figure_member, figure_period
-- writes: one row a dimension, member and month of the history: active, repeaters, buyers, retained
--         at its end, new, reactivated, lost in it; purchases, orders, revenue, contribution in it
-- Nothing is counted month by month for each customer. Whoever is in a state from one month to
-- another adds 1 in the first and takes 1 away after the last; the running sum is the count.
--   buyers_12:    at least one purchase in the last 12 months
--   repeaters_12: at least two
--   retained:     active now, and active 12 months ago as well
-- Where one time follows on another of the same state, nothing changes between them.
-- last_two is the month of the last purchase but one: with it two of the last 12 months end 11 months
-- later. two_before is the same, as of the month of purchase before.
WITH purchase AS (
  SELECT
    customer_no,
    profile_id,
    month,
    purchases,
    lag(month) OVER w AS month_before,
    CASE WHEN lag(purchases) OVER w > 1 THEN lag(month) OVER w ELSE lag(month, 2) OVER w END
      AS two_before,
    lead(month) OVER w AS next_month,
    lead(purchases) OVER w AS next_purchases
  FROM figure_month WHERE purchases > 0
  WINDOW w AS (PARTITION BY customer_no ORDER BY month)
),
bought AS (
  SELECT
    purchase.*,
    CASE WHEN purchases > 1 THEN month ELSE month_before END AS last_two
  FROM purchase
),
spells AS (
  SELECT customer_spell.*,
    lag(until_month) OVER (PARTITION BY customer_no ORDER BY from_month) AS until_before
  FROM customer_spell
),
state AS (
  SELECT 'active' AS what, profile_id, from_month AS first_month, until_month AS last_month FROM spells
  UNION ALL
  SELECT 'retained', profile_id, from_month + 12, until_month
  FROM spells WHERE until_month >= from_month + 12
  UNION ALL
  -- Active again within 12 months of the end of the time before.
  SELECT 'retained', profile_id, from_month, least(until_month, until_before + 12)
  FROM spells WHERE from_month <= until_before + 12
),
change AS (
  SELECT what, profile_id, first_month AS month, 1 AS step FROM state
  UNION ALL
  SELECT what, profile_id, last_month + 1, -1 FROM state
  UNION ALL
  SELECT 'buyers_12', profile_id, month, 1 FROM bought
  WHERE month_before IS NULL OR month_before + 12 < month
  UNION ALL
  SELECT 'buyers_12', profile_id, month + 12, -1 FROM bought
  WHERE next_month IS NULL OR next_month > month + 12
  UNION ALL
  SELECT 'repeaters_12', profile_id, month, 1 FROM bought
  WHERE last_two + 11 >= month AND (two_before IS NULL OR two_before + 12 < month)
  UNION ALL
  -- Two of the next month take over, unless they come too late or are none.
  SELECT 'repeaters_12', profile_id, last_two + 12, -1 FROM bought
  WHERE last_two + 11 >= month
    AND (next_month IS NULL OR next_month > last_two + 12
      OR (next_purchases = 1 AND next_month > month + 11))
  UNION ALL
  SELECT CASE WHEN is_first = 1 THEN 'new' ELSE 'reactivated' END, profile_id, from_month, 1 FROM spells
  UNION ALL
  SELECT 'lost', profile_id, until_month + 1, 1 FROM spells
),
member_change AS (
  SELECT
    member_of_each AS member_no,
    month,
    sum(CASE WHEN what = 'active' THEN step ELSE 0 END) AS active,
    sum(CASE WHEN what = 'buyers_12' THEN step ELSE 0 END) AS buyers_12,
    sum(CASE WHEN what = 'repeaters_12' THEN step ELSE 0 END) AS repeaters_12,
    sum(CASE WHEN what = 'retained' THEN step ELSE 0 END) AS retained,
    sum(CASE WHEN what = 'new' THEN step ELSE 0 END) AS new,
    sum(CASE WHEN what = 'reactivated' THEN step ELSE 0 END) AS reactivated,
    sum(CASE WHEN what = 'lost' THEN step ELSE 0 END) AS lost
  FROM change JOIN profile_cut ON change.profile_id = profile_cut.profile_id
  GROUP BY each_member(month)
),
member_month AS (
  SELECT member_of_each AS member_no, month, sum(purchases) AS purchases, sum(orders) AS orders,
    sum(revenue) AS revenue, sum(contribution) AS contribution
  FROM figure_month JOIN profile_cut ON figure_month.profile_id = profile_cut.profile_id
  GROUP BY each_member(month)
),
grid AS (
  SELECT members.member_no AS member_no, period.first_month AS month
  FROM (SELECT DISTINCT member_no FROM member_change) AS members
  JOIN figure_period AS period ON period.period_kind = 'month'
  CROSS JOIN (SELECT min(month) AS start FROM figure_month) AS history
  WHERE period.first_month >= history.start
)
SELECT
  figure_member.dimension AS dimension,
  figure_member.member AS member,
  grid.month AS month,
  CAST(count(*) OVER w AS INTEGER) AS months_known,
  CAST(sum(coalesce(active, 0)) OVER w AS DOUBLE) AS active,
  CAST(sum(coalesce(buyers_12, 0)) OVER w AS DOUBLE) AS buyers_12,
  CAST(sum(coalesce(repeaters_12, 0)) OVER w AS DOUBLE) AS repeaters_12,
  CAST(sum(coalesce(retained, 0)) OVER w AS DOUBLE) AS retained,
  CAST(coalesce(new, 0) AS DOUBLE) AS new,
  CAST(coalesce(reactivated, 0) AS DOUBLE) AS reactivated,
  CAST(coalesce(lost, 0) AS DOUBLE) AS lost,
  coalesce(purchases, 0) AS purchases,
  coalesce(orders, 0) AS orders,
  coalesce(revenue, 0) AS revenue,
  coalesce(contribution, 0) AS contribution
FROM grid
JOIN figure_member ON grid.member_no = figure_member.member_no
LEFT JOIN member_change
  ON grid.member_no = member_change.member_no AND grid.month = member_change.month
LEFT JOIN member_month
  ON grid.member_no = member_month.member_no AND grid.month = member_month.month
WINDOW w AS (
  PARTITION BY grid.member_no ORDER BY grid.month ROWS UNBOUNDED PRECEDING
)
