-- The family of customer value: what the customers won in a period are worth, beside their cost.
-- reads:  customer_value ($long_horizon months), customer_profile, profile_member, figure_member,
--         figure_acquisition, cohort_month, figure_period
-- writes: figure, dimension, member, period_kind, period_start, numerator, denominator, n, low, high
-- A customer belongs to the period of the first purchase, and in total to all. 80 % interval as for
-- the customer equity (sql/equity.sql): log sd of what is foreseen is
-- sqrt($dispersion / foreseen + $drift^2); what was brought so far is known.
WITH profile_month AS (
  SELECT
    profile.profile_id AS profile_id,
    CAST(date_diff('month', DATE '1970-01-01', CAST(date_trunc('month', valued.first_day) AS DATE))
      AS INTEGER) AS month,
    CAST(count(*) AS DOUBLE) AS customers,
    sum(valued.revenue_historic) AS revenue_known,
    sum(valued.revenue_discounted) AS revenue_ahead,
    sum(valued.contribution_historic) AS contribution_known,
    sum(valued.contribution_discounted) AS contribution_ahead
  FROM customer_value AS valued
  JOIN customer_profile AS profile ON valued.customer_id = profile.customer_id
  WHERE valued.horizon_months = $long_horizon
  GROUP BY profile.profile_id, date_trunc('month', valued.first_day)
),
member_month AS (
  SELECT member_no, month, sum(customers) AS customers, sum(revenue_known) AS revenue_known,
    sum(revenue_ahead) AS revenue_ahead, sum(contribution_known) AS contribution_known,
    sum(contribution_ahead) AS contribution_ahead
  FROM profile_month JOIN profile_member ON profile_month.profile_id = profile_member.profile_id
  GROUP BY member_no, month
),
cell AS (
  SELECT dimension, member, period_kind, period_start, sum(customers) AS customers,
    sum(revenue_known) AS revenue_known, sum(revenue_ahead) AS revenue_ahead,
    sum(contribution_known) AS contribution_known, sum(contribution_ahead) AS contribution_ahead
  FROM member_month
  JOIN figure_member ON member_month.member_no = figure_member.member_no
  JOIN figure_period AS period
    ON period.period_kind IN ('month', 'quarter', 'year', 'total')
    AND member_month.month BETWEEN period.first_month AND period.last_month
  GROUP BY dimension, member, period_kind, period_start
),
spread AS (
  SELECT
    cell.*,
    -- Where next to nothing is foreseen, its interval would reach beyond all numbers: there is none.
    CASE WHEN revenue_ahead > 0 AND CAST($dispersion AS DOUBLE) > 200 * revenue_ahead THEN NULL
      WHEN revenue_ahead > 0
      THEN 1.2816 * sqrt(CAST($dispersion AS DOUBLE) / revenue_ahead
        + CAST($drift AS DOUBLE) * CAST($drift AS DOUBLE))
      ELSE 0
    END AS reach,
    CASE WHEN acquired.denominator > 0 THEN acquired.numerator / acquired.denominator END AS cac
  FROM cell
  LEFT JOIN figure_acquisition AS acquired
    ON acquired.figure = 'cac'
    AND cell.dimension = acquired.dimension AND cell.member = acquired.member
    AND cell.period_kind = acquired.period_kind AND cell.period_start = acquired.period_start
),
-- All cohorts of a period at the same age, as long as its youngest cohort has reached it.
aged AS (
  SELECT
    cohort_month.dimension AS dimension,
    cohort_month.member AS member,
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    month_since,
    sum(cumulative_contribution) AS contribution,
    sum(customers) AS customers,
    count(*) AS cohorts
  FROM cohort_month
  JOIN figure_period AS period
    ON period.period_kind IN ('month', 'quarter', 'year')
    AND cohort_month.cohort_month BETWEEN period.unit_start AND period.period_end
  WHERE cohort_kind = 'purchases'
  GROUP BY cohort_month.dimension, cohort_month.member, period.period_kind, period.period_start,
    month_since
),
payback AS (
  SELECT aged.dimension, aged.member, aged.period_kind, aged.period_start,
    CAST(min(month_since) AS DOUBLE) AS months, max(aged.customers) AS customers
  FROM aged
  JOIN (
    SELECT dimension, member, period_kind, period_start, max(cohorts) AS cohorts
    FROM aged
    GROUP BY dimension, member, period_kind, period_start
  ) AS whole
    ON aged.dimension = whole.dimension AND aged.member = whole.member
    AND aged.period_kind = whole.period_kind AND aged.period_start = whole.period_start
    AND aged.cohorts = whole.cohorts
  JOIN figure_acquisition AS acquired
    ON acquired.figure = 'cac' AND acquired.denominator > 0
    AND aged.dimension = acquired.dimension AND aged.member = acquired.member
    AND aged.period_kind = acquired.period_kind AND aged.period_start = acquired.period_start
  WHERE aged.contribution / aged.customers >= acquired.numerator / acquired.denominator
  GROUP BY aged.dimension, aged.member, aged.period_kind, aged.period_start
)
SELECT
  'clv_revenue' AS figure, dimension, member, period_kind, period_start,
  revenue_known + revenue_ahead AS numerator,
  customers AS denominator,
  customers AS n,
  (revenue_known + revenue_ahead * exp(-reach)) / customers AS low,
  (revenue_known + revenue_ahead * exp(reach)) / customers AS high
FROM spread
UNION ALL
SELECT
  'clv_contribution', dimension, member, period_kind, period_start,
  contribution_known + contribution_ahead, customers, customers,
  (contribution_known + contribution_ahead * exp(-reach)) / customers,
  (contribution_known + contribution_ahead * exp(reach)) / customers
FROM spread
UNION ALL
SELECT
  'clv_cac', dimension, member, period_kind, period_start,
  (contribution_known + contribution_ahead) / customers, cac, customers,
  (contribution_known + contribution_ahead * exp(-reach)) / customers / cac,
  (contribution_known + contribution_ahead * exp(reach)) / customers / cac
FROM spread WHERE cac > 0
UNION ALL
SELECT 'payback_month', dimension, member, period_kind, period_start, months, NULL, customers, NULL, NULL
FROM payback
