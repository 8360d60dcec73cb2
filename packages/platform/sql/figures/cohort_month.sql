-- Customers by the month they came: how many stay, what they bring, beside what it cost to win them.
-- reads:  figure_month, customer_mrr, customer_profile, profile_cut, figure_member, figure_period,
--         figure_acquisition
-- writes: one row a kind (purchases, contracts), dimension, member, cohort_month and month_since:
--         customers, active, retention, revenue, contribution, cumulative_contribution, cac (each
--         customer's share of what was spent in the cohort's month)
-- purchases: active is who bought in the month. contracts: who pays at its end; revenue is the MRR,
-- contribution the share $margin_rate of it. The last month may be incomplete.
WITH first_purchase AS (
  SELECT customer_no, min(month) AS cohort FROM figure_month WHERE purchases > 0 GROUP BY customer_no
),
first_fee AS (SELECT customer_no, profile_id, min(from_month) AS cohort FROM customer_mrr GROUP BY 1, 2),
activity AS (
  SELECT 'purchases' AS cohort_kind, bought.profile_id AS profile_id, first_purchase.cohort AS cohort,
    -- What came back before the first kept purchase belongs to nobody's first month but the first.
    greatest(bought.month - first_purchase.cohort, 0) AS month_since,
    CASE WHEN purchases > 0 THEN 1 ELSE 0 END AS active, revenue, contribution
  FROM figure_month AS bought
  JOIN first_purchase ON bought.customer_no = first_purchase.customer_no
  UNION ALL
  SELECT 'contracts', paid.profile_id, first_fee.cohort, period.first_month - first_fee.cohort,
    1, paid.mrr, paid.mrr * CAST($margin_rate AS DOUBLE)
  FROM customer_mrr AS paid
  JOIN first_fee ON paid.customer_no = first_fee.customer_no
  JOIN figure_period AS period
    ON period.period_kind = 'month'
    AND period.first_month BETWEEN paid.from_month AND paid.until_month
  WHERE paid.mrr > 0
),
newcomer AS (
  SELECT 'purchases' AS cohort_kind, profile.profile_id AS profile_id, cohort
  FROM first_purchase JOIN customer_profile AS profile ON first_purchase.customer_no = profile.customer_no
  UNION ALL
  SELECT 'contracts', profile_id, cohort FROM first_fee
),
size AS (
  SELECT cohort_kind, member_of_each AS member_no, cohort, CAST(count(*) AS DOUBLE) AS customers
  FROM newcomer JOIN profile_cut ON newcomer.profile_id = profile_cut.profile_id
  GROUP BY each_member(cohort_kind, cohort)
),
cell AS (
  SELECT cohort_kind, member_of_each AS member_no, cohort, month_since,
    CAST(sum(active) AS DOUBLE) AS active, sum(revenue) AS revenue, sum(contribution) AS contribution
  FROM activity JOIN profile_cut ON activity.profile_id = profile_cut.profile_id
  GROUP BY each_member(cohort_kind, cohort, month_since)
),
margin AS (SELECT cohort_kind, count(contribution) AS contributions FROM cell GROUP BY cohort_kind),
grid AS (
  SELECT
    size.cohort_kind AS cohort_kind,
    size.member_no AS member_no,
    figure_member.dimension AS dimension,
    figure_member.member AS member,
    cohort_period.period_start AS cohort_month,
    size.cohort AS cohort,
    size.customers AS customers,
    period.first_month - size.cohort AS month_since,
    margin.contributions AS contributions
  FROM size
  JOIN figure_member ON size.member_no = figure_member.member_no
  JOIN figure_period AS cohort_period
    ON cohort_period.period_kind = 'month' AND size.cohort = cohort_period.first_month
  JOIN figure_period AS period
    ON period.period_kind = 'month' AND period.first_month >= size.cohort
  JOIN margin ON size.cohort_kind = margin.cohort_kind
)
SELECT
  grid.cohort_kind AS cohort_kind,
  grid.dimension AS dimension,
  grid.member AS member,
  grid.cohort_month AS cohort_month,
  CAST(grid.month_since AS INTEGER) AS month_since,
  grid.customers AS customers,
  coalesce(cell.active, 0) AS active,
  coalesce(cell.active, 0) / grid.customers AS retention,
  round(coalesce(cell.revenue, 0), 4) AS revenue,
  CASE WHEN grid.contributions > 0 THEN round(coalesce(cell.contribution, 0), 4) END AS contribution,
  CASE WHEN grid.contributions > 0 THEN round(sum(coalesce(cell.contribution, 0)) OVER (
    PARTITION BY grid.cohort_kind, grid.member_no, grid.cohort_month
    ORDER BY grid.month_since ROWS UNBOUNDED PRECEDING
  ), 4) END AS cumulative_contribution,
  CASE WHEN acquired.denominator > 0 THEN acquired.numerator / acquired.denominator END AS cac
FROM grid
LEFT JOIN cell
  ON grid.cohort_kind = cell.cohort_kind AND grid.member_no = cell.member_no
  AND grid.cohort = cell.cohort AND grid.month_since = cell.month_since
LEFT JOIN figure_acquisition AS acquired
  ON acquired.figure = 'cac' AND acquired.period_kind = 'month'
  AND grid.dimension = acquired.dimension AND grid.member = acquired.member
  AND grid.cohort_month = acquired.period_start
