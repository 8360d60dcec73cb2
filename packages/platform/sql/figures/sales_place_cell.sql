-- Sales by period and by what the order line says: its channel, its category.
-- reads:  place_month, figure_period
-- writes: the columns of sales_cell, for the dimensions channel and category
-- Months add up to longer periods; only buyers do not, who are counted once in each period.
WITH month_cell AS (
  SELECT
    dimension,
    member,
    month_start,
    sum(CASE WHEN purchases > 0 THEN 1 ELSE 0 END) AS buyers,
    sum(purchases) AS purchases,
    sum(orders) AS orders,
    sum(revenue) AS revenue,
    sum(purchase_revenue) AS purchase_revenue,
    sum(known_contribution) AS known_contribution,
    sum(uncosted_revenue) AS uncosted_revenue
  FROM place_month
  GROUP BY dimension, member, month_start
),
-- By equality: every row in the quarter, the year and the whole history that its month lies in.
longer AS (
  SELECT month.period_start AS month_start, period.period_kind AS period_kind,
    period.period_start AS period_start
  FROM figure_period AS month
  JOIN figure_period AS period
    ON period.period_kind IN ('quarter', 'year', 'total')
    AND month.period_start BETWEEN period.unit_start AND period.period_end
  WHERE month.period_kind = 'month'
),
buyer AS (
  SELECT dimension, member, period_kind, period_start, count(*) AS buyers
  FROM (
    SELECT place_month.dimension AS dimension, place_month.member AS member,
      place_month.customer_no AS customer_no, longer.period_kind AS period_kind,
      longer.period_start AS period_start
    FROM place_month
    JOIN longer ON place_month.month_start = longer.month_start
    WHERE place_month.purchases > 0
    GROUP BY place_month.dimension, place_month.member, place_month.customer_no, longer.period_kind,
      longer.period_start
  ) AS told_once
  GROUP BY dimension, member, period_kind, period_start
),
cell AS (
  SELECT
    dimension,
    member,
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    sum(buyers) AS month_buyers,
    sum(purchases) AS purchases,
    sum(orders) AS orders,
    sum(revenue) AS revenue,
    sum(purchase_revenue) AS purchase_revenue,
    sum(known_contribution) AS known_contribution,
    sum(uncosted_revenue) AS uncosted_revenue
  FROM month_cell
  JOIN figure_period AS period
    ON period.period_kind <> 'week'
    AND month_cell.month_start BETWEEN period.unit_start AND period.period_end
  GROUP BY dimension, member, period.period_kind, period.period_start
)
SELECT
  cell.dimension AS dimension,
  cell.member AS member,
  cell.period_kind AS period_kind,
  cell.period_start AS period_start,
  CAST(CASE WHEN cell.period_kind = 'month' THEN month_buyers ELSE coalesce(buyer.buyers, 0) END AS DOUBLE)
    AS buyers,
  CAST(purchases AS DOUBLE) AS purchases,
  CAST(orders AS DOUBLE) AS orders,
  revenue,
  purchase_revenue,
  CASE
    WHEN uncosted_revenue IS NULL OR CAST($margin_rate AS DOUBLE) IS NULL THEN known_contribution
    ELSE coalesce(known_contribution, 0) + uncosted_revenue * CAST($margin_rate AS DOUBLE)
  END AS contribution
FROM cell
LEFT JOIN buyer
  ON cell.dimension = buyer.dimension AND cell.member = buyer.member
  AND cell.period_kind = buyer.period_kind AND cell.period_start = buyer.period_start
