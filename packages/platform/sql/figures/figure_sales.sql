-- The family of sales: one row a figure, period and member.
-- reads:  sales_cell, sales_place_cell, figure_period
-- writes: figure, dimension, member, period_kind, period_start, numerator, denominator, n
-- A period without sales has revenue 0 and no average.
WITH cell AS (
  SELECT * FROM sales_cell
  UNION ALL
  SELECT * FROM sales_place_cell
),
member AS (SELECT dimension, member, period_kind FROM cell GROUP BY dimension, member, period_kind),
known AS (
  SELECT count(revenue) AS amounts, count(contribution) AS contributions FROM cell
),
filled AS (
  SELECT
    member.dimension AS dimension,
    member.member AS member,
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    coalesce(cell.buyers, 0) AS buyers,
    coalesce(cell.purchases, 0) AS purchases,
    coalesce(cell.orders, 0) AS orders,
    CASE WHEN known.amounts > 0 THEN coalesce(cell.revenue, 0) END AS revenue,
    CASE WHEN known.amounts > 0 THEN coalesce(cell.purchase_revenue, 0) END AS purchase_revenue,
    CASE WHEN known.contributions > 0 THEN coalesce(cell.contribution, 0) END AS contribution
  FROM member
  JOIN figure_period AS period ON member.period_kind = period.period_kind
  CROSS JOIN known
  LEFT JOIN cell
    ON member.dimension = cell.dimension AND member.member = cell.member
    AND period.period_kind = cell.period_kind AND period.period_start = cell.period_start
)
SELECT
  figures.figure AS figure,
  dimension,
  member,
  period_kind,
  period_start,
  CASE figures.figure
    WHEN 'revenue' THEN revenue
    WHEN 'orders' THEN orders
    WHEN 'purchases' THEN purchases
    WHEN 'buyers' THEN buyers
    WHEN 'average_order_value' THEN CASE WHEN orders IS NOT NULL THEN purchase_revenue END
    WHEN 'contribution' THEN contribution
    WHEN 'margin' THEN contribution
  END AS numerator,
  CASE figures.figure
    WHEN 'average_order_value' THEN orders
    WHEN 'margin' THEN greatest(revenue, 0)
  END AS denominator,
  CASE figures.figure
    WHEN 'orders' THEN orders
    WHEN 'average_order_value' THEN orders
    WHEN 'buyers' THEN buyers
    ELSE purchases
  END AS n
FROM filled
CROSS JOIN (
  VALUES ('revenue'), ('orders'), ('purchases'), ('buyers'), ('average_order_value'),
    ('contribution'), ('margin')
) AS figures (figure)
