-- Whether promoters, and customers who were referred, are really worth more.
-- reads:  customer_value ($long_horizon months), customer_profile, feedback
-- writes: one row a comparison, basis and member: n, mean, low, high (95 %), and against the
--         reference (detractors, not referred): difference, difference_low, difference_high, verdict
-- Means of what a customer brought and is foreseen to bring; the difference by Welch's formula. The
-- verdict is higher or lower where the interval of the difference leaves out 0, not_proven where it
-- does not, too_few where one of both groups has fewer than 30 customers, for whom the normal
-- distribution is no guide. A difference is no effect: satisfied customers may differ otherwise.
WITH answer AS (
  SELECT customer_id, max_by(score, concat(CAST(given_at AS VARCHAR), ' ',
      lpad(CAST(import_id AS VARCHAR), 10, '0'), ' ', lpad(CAST(line AS VARCHAR), 20, '0'))) AS score
  FROM feedback
  WHERE kind = 'nps' AND score BETWEEN 0 AND 10 AND CAST(given_at AS DATE) <= $as_of
  GROUP BY customer_id
),
grouped AS (
  SELECT 'nps_class' AS comparison,
    CASE WHEN score >= 9 THEN 'promoter' WHEN score <= 6 THEN 'detractor' ELSE 'passive' END AS member,
    customer_id
  FROM answer
  UNION ALL
  SELECT 'referred', CASE WHEN referred = 'yes' THEN 'referred' ELSE 'not_referred' END, customer_id
  FROM customer_profile
  WHERE EXISTS (SELECT 1 FROM customer_profile WHERE referred = 'yes')
),
worth AS (
  SELECT grouped.comparison AS comparison, grouped.member AS member, bases.basis AS basis,
    CASE bases.basis WHEN 'revenue' THEN valued.revenue_total ELSE valued.contribution_total END AS worth
  FROM grouped
  JOIN customer_value AS valued
    ON grouped.customer_id = valued.customer_id AND valued.horizon_months = $long_horizon
  CROSS JOIN (VALUES ('revenue'), ('contribution')) AS bases (basis)
),
moment AS (
  SELECT comparison, member, basis, CAST(count(*) AS DOUBLE) AS n, avg(worth) AS mean,
    CASE WHEN count(*) > 1 THEN var_samp(worth) / count(*) END AS mean_variance
  FROM worth
  WHERE worth IS NOT NULL
  GROUP BY comparison, member, basis
),
compared AS (
  SELECT
    moment.*,
    moment.mean - reference.mean AS difference,
    sqrt(moment.mean_variance + reference.mean_variance) AS error,
    least(moment.n, reference.n) AS fewest,
    CASE WHEN moment.member = reference.member THEN 1 ELSE 0 END AS is_reference
  FROM moment
  LEFT JOIN moment AS reference
    ON moment.comparison = reference.comparison AND moment.basis = reference.basis
    AND reference.member = CASE moment.comparison
      WHEN 'nps_class' THEN 'detractor' ELSE 'not_referred' END
)
SELECT
  comparison,
  basis,
  member,
  n,
  mean,
  mean - 1.96 * sqrt(mean_variance) AS low,
  mean + 1.96 * sqrt(mean_variance) AS high,
  CASE WHEN is_reference = 0 THEN difference END AS difference,
  CASE WHEN is_reference = 0 THEN difference - 1.96 * error END AS difference_low,
  CASE WHEN is_reference = 0 THEN difference + 1.96 * error END AS difference_high,
  CASE
    WHEN difference IS NULL OR is_reference = 1 THEN NULL
    WHEN fewest < 30 THEN 'too_few'
    WHEN difference - 1.96 * error > 0 THEN 'higher'
    WHEN difference + 1.96 * error < 0 THEN 'lower'
    ELSE 'not_proven'
  END AS verdict
FROM compared
