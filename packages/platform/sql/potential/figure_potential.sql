-- Actual and comparable value of customers, by what they are.
-- reads:  customer_potential, profile_member, figure_member, figure_period
-- writes: figure, dimension, member, period_kind, period_start, numerator, denominator, n
-- Of the last twelve months, told for the whole history only; customers that nobody can be compared
-- with have no part in it.
WITH of_profile AS (
  SELECT profile_id, sum(actual) AS actual, sum(gap) AS gap, count(*) AS customers
  FROM customer_potential
  WHERE gap IS NOT NULL
  GROUP BY profile_id
),
cell AS (
  SELECT dimension, member, sum(actual) AS actual, sum(gap) AS gap, sum(customers) AS customers
  FROM of_profile
  JOIN profile_member ON of_profile.profile_id = profile_member.profile_id
  JOIN figure_member ON profile_member.member_no = figure_member.member_no
  GROUP BY dimension, member
)
SELECT
  figures.figure AS figure,
  dimension,
  member,
  period.period_kind AS period_kind,
  period.period_start AS period_start,
  CASE figures.figure WHEN 'actual_value' THEN actual ELSE gap END AS numerator,
  CASE figures.figure WHEN 'potential_gap_share' THEN actual + gap END AS denominator,
  customers AS n
FROM cell
CROSS JOIN (
  VALUES ('actual_value'), ('potential_gap'), ('potential_gap_share')
) AS figures (figure)
JOIN figure_period AS period ON period.period_kind = 'total'
