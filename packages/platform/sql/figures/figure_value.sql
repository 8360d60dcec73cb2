-- Every key figure by period and member: the one table that screens read.
-- reads:  the family tables figure_*, revenue_lorenz, figure_period
-- writes: figure, period_kind, period_start, period_end, is_complete, dimension, member, value,
--         numerator, denominator, n, low, high
-- value is numerator / denominator, or the numerator where there is no denominator; NULL where the
-- denominator is 0. Sums are rounded, for their last digits hang on the order of adding. The NPS is given in points, from -100 to 100.
WITH family AS (
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
  family.high AS high
FROM family
JOIN figure_period AS period
  ON family.period_kind = period.period_kind AND family.period_start = period.period_start
WHERE family.numerator IS NOT NULL
ORDER BY figure, dimension, period_kind, member, period_start
