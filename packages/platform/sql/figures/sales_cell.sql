-- Sales by period and member of what the customer is.
-- reads:  figure_month, purchase_week, customer_profile, profile_cut, figure_member, figure_period
-- writes: dimension, member, period_kind, period_start, buyers (customers with a purchase),
--         purchases, orders, revenue, purchase_revenue, contribution
-- Months add up to longer periods; only buyers do not, so each customer is counted in the first
-- month of the longer period.
WITH month_cell AS (
  SELECT
    member_of_each AS member_no,
    month,
    sum(CASE WHEN purchases > 0 THEN 1 ELSE 0 END) AS buyers,
    sum(new_in_quarter) AS new_in_quarter,
    sum(new_in_year) AS new_in_year,
    sum(new_in_total) AS new_in_total,
    sum(purchases) AS purchases,
    sum(orders) AS orders,
    sum(revenue) AS revenue,
    sum(purchase_revenue) AS purchase_revenue,
    sum(contribution) AS contribution
  FROM figure_month JOIN profile_cut ON figure_month.profile_id = profile_cut.profile_id
  GROUP BY each_member(month)
),
week_cell AS (
  SELECT
    member_of_each AS member_no,
    week_start AS period_start,
    sum(CASE WHEN purchases > 0 THEN 1 ELSE 0 END) AS buyers,
    sum(purchases) AS purchases,
    sum(orders) AS orders,
    sum(revenue) AS revenue,
    sum(purchase_revenue) AS purchase_revenue,
    sum(CASE
      WHEN uncosted_revenue IS NULL OR CAST($margin_rate AS DOUBLE) IS NULL THEN known_contribution
      ELSE coalesce(known_contribution, 0) + uncosted_revenue * CAST($margin_rate AS DOUBLE)
    END) AS contribution
  FROM purchase_week
  JOIN customer_profile AS profile ON purchase_week.customer_no = profile.customer_no
  JOIN profile_cut ON profile.profile_id = profile_cut.profile_id
  WHERE week_start >= (SELECT min(period_start) FROM figure_period WHERE period_kind = 'week')
  GROUP BY each_member(week_start)
),
cell AS (
  SELECT
    member_no,
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    sum(CASE period.period_kind
      WHEN 'month' THEN buyers
      WHEN 'quarter' THEN new_in_quarter
      WHEN 'year' THEN new_in_year
      ELSE new_in_total
    END) AS buyers,
    sum(purchases) AS purchases,
    sum(orders) AS orders,
    sum(revenue) AS revenue,
    sum(purchase_revenue) AS purchase_revenue,
    sum(contribution) AS contribution
  FROM month_cell
  JOIN figure_period AS period
    ON period.period_kind <> 'week'
    AND month_cell.month BETWEEN period.first_month AND period.last_month
  GROUP BY member_no, period.period_kind, period.period_start
  UNION ALL
  SELECT member_no, 'week', period_start, buyers, purchases, orders, revenue, purchase_revenue,
    contribution
  FROM week_cell
)
SELECT
  dimension,
  member,
  period_kind,
  period_start,
  CAST(buyers AS DOUBLE) AS buyers,
  CAST(purchases AS DOUBLE) AS purchases,
  CAST(orders AS DOUBLE) AS orders,
  revenue,
  purchase_revenue,
  contribution
FROM cell JOIN figure_member ON cell.member_no = figure_member.member_no
