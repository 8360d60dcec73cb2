-- Every key figure by period and member: the one table that screens read.
-- reads:  the family tables figure_*, revenue_lorenz, figure_period, return_provision
-- writes: figure, period_kind, period_start, period_end, is_complete, dimension, member, value,
--         numerator, denominator, n, low, high, is_provisional
-- is_provisional is 1 for amounts of sales in a period of whose purchases more than half a percent is
-- still expected to come back; a week is as its last month.
-- value is numerator / denominator, or the numerator where there is no denominator; NULL where the
-- denominator is 0. Sums are rounded, for their last digits hang on the order of adding. The NPS is given in points, from -100 to 100.
WITH open_month AS (
  SELECT period_kind, period_start FROM return_provision
  WHERE dimension = 'all' AND provision > 0.005 * purchased
),
open_period AS (
  SELECT period_kind, period_start FROM open_month
  UNION ALL
  SELECT week.period_kind, week.period_start
  FROM figure_period AS week
  JOIN figure_period AS month
    ON week.period_kind = 'week' AND month.period_kind = 'month' AND week.last_month = month.first_month
  JOIN open_month
    ON open_month.period_kind = 'month' AND open_month.period_start = month.period_start
),
family AS (
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n,
    CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high
  FROM figure_sales
  UNION ALL
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n, NULL, NULL
  FROM figure_currency
  UNION ALL
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n, NULL, NULL
  FROM figure_contribution
  UNION ALL
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n, low, high
  FROM figure_returns
  UNION ALL
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n, NULL, NULL
  FROM figure_customers
  UNION ALL
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n, NULL, NULL
  FROM figure_acquisition
  UNION ALL
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n, low, high
  FROM figure_worth
  UNION ALL
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n, NULL, NULL
  FROM figure_onboarding
  UNION ALL
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n, low, high
  FROM figure_satisfaction
  UNION ALL
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n, NULL, NULL
  FROM figure_service
  UNION ALL
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n, NULL, NULL
  FROM figure_response
  UNION ALL
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n, NULL, NULL
  FROM figure_potential
  UNION ALL
  SELECT figure, dimension, member, period_kind, period_start, numerator, denominator, n, NULL, NULL
  FROM figure_recurring
  UNION ALL
  SELECT figures.figure, 'all', 'all', 'year', period_start,
    CASE figures.figure WHEN 'revenue_gini' THEN max(gini) ELSE max(top_tenth) END, NULL, max(n), NULL, NULL
  FROM revenue_lorenz
  CROSS JOIN (VALUES ('revenue_gini'), ('revenue_top_tenth')) AS figures (figure)
  GROUP BY figures.figure, period_start
)
SELECT
  family.figure AS figure,
  family.period_kind AS period_kind,
  family.period_start AS period_start,
  period.period_end AS period_end,
  period.is_complete AS is_complete,
  family.dimension AS dimension,
  family.member AS member,
  CAST(CASE
    WHEN family.denominator IS NULL THEN round(family.numerator, 6)
    WHEN family.denominator > 0
      THEN round(family.numerator, 6) / family.denominator * CASE family.figure WHEN 'nps' THEN 100 ELSE 1 END
  END AS DOUBLE) AS value,
  CAST(round(family.numerator, 6) AS DOUBLE) AS numerator,
  CAST(family.denominator AS DOUBLE) AS denominator,
  CAST(family.n AS DOUBLE) AS n,
  family.low AS low,
  family.high AS high,
  CAST(CASE WHEN open_period.period_kind IS NOT NULL AND family.figure IN (
    'revenue', 'average_order_value', 'contribution', 'margin', 'contribution_2', 'contribution_3',
    'revenue_change', 'revenue_change_constant', 'revenue_fx_effect', 'return_rate'
  ) THEN 1 ELSE 0 END AS INTEGER) AS is_provisional
FROM family
JOIN figure_period AS period
  ON family.period_kind = period.period_kind AND family.period_start = period.period_start
LEFT JOIN open_period
  ON family.period_kind = open_period.period_kind AND family.period_start = open_period.period_start
WHERE family.numerator IS NOT NULL
ORDER BY figure, dimension, period_kind, member, period_start
