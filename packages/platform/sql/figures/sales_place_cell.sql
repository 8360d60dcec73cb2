-- Sales by period and by what the order line says: its channel, its category.
-- reads:  place_month, sales_place, figure_period
-- writes: the columns of sales_cell, for the dimensions channel and category
-- Months add up to longer periods; only buyers do not, who are counted once in each period: quarters
-- lie in years, so those of a year are the different ones among those of its quarters.
WITH place AS (
  SELECT dimension, told_as AS member,
    CAST(row_number() OVER (ORDER BY dimension, told_as) AS INTEGER) AS place_no
  FROM sales_place
  GROUP BY dimension, told_as
),
-- A number for each channel and category: many rows are told apart by it, faster than by names.
bought AS (
  SELECT place.place_no AS place_no, place_month.*
  FROM place_month
  JOIN place ON place_month.dimension = place.dimension AND place_month.member = place.member
),
month_cell AS (
  SELECT
    place_no,
    month_start,
    sum(CASE WHEN purchases > 0 THEN 1 ELSE 0 END) AS buyers,
    sum(purchases) AS purchases,
    sum(orders) AS orders,
    sum(revenue) AS revenue,
    sum(purchase_revenue) AS purchase_revenue,
    sum(known_contribution) AS known_contribution,
    sum(uncosted_revenue) AS uncosted_revenue
  FROM bought
  GROUP BY place_no, month_start
),
longer AS (
  SELECT month.period_start AS month_start, quarter.period_start AS quarter_start,
    year.period_start AS year_start
  FROM figure_period AS month
  JOIN figure_period AS quarter
    ON quarter.period_kind = 'quarter'
    AND month.period_start BETWEEN quarter.unit_start AND quarter.period_end
  JOIN figure_period AS year
    ON year.period_kind = 'year'
    AND month.period_start BETWEEN year.unit_start AND year.period_end
  WHERE month.period_kind = 'month'
),
quarter_buyer AS (
  SELECT place_no, customer_no, quarter_start, year_start
  FROM bought
  JOIN longer ON bought.month_start = longer.month_start
  WHERE purchases > 0
  GROUP BY place_no, customer_no, quarter_start, year_start
),
year_buyer AS (
  SELECT place_no, customer_no, year_start FROM quarter_buyer
  GROUP BY place_no, customer_no, year_start
),
buyer AS (
  SELECT place_no, 'quarter' AS period_kind, quarter_start AS period_start, count(*) AS buyers
  FROM quarter_buyer
  GROUP BY place_no, quarter_start
  UNION ALL
  SELECT place_no, 'year', year_start, count(*)
  FROM year_buyer
  GROUP BY place_no, year_start
  UNION ALL
  SELECT place_no, 'total', period_start, count(*)
  FROM (SELECT place_no, customer_no FROM year_buyer GROUP BY place_no, customer_no) AS told_once
  JOIN figure_period ON period_kind = 'total'
  GROUP BY place_no, period_start
),
cell AS (
  SELECT
    place_no,
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
  GROUP BY place_no, period.period_kind, period.period_start
)
SELECT
  place.dimension AS dimension,
  place.member AS member,
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
JOIN place ON cell.place_no = place.place_no
LEFT JOIN buyer
  ON cell.place_no = buyer.place_no AND cell.period_kind = buyer.period_kind
  AND cell.period_start = buyer.period_start
