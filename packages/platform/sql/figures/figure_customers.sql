-- The families of customers and retention, for periods whose last month is complete.
-- reads:  stock_cell, figure_period
-- writes: figure, dimension, member, period_kind, period_start, numerator, denominator, n
-- Figures of twelve months end with the period and need twelve months of history. Churn and
-- retention need $inactive_months more, for before that nobody knows who had been a customer.
--   churn_rate: left in the last 12 months / mean of 13 month-end counts
--   ($opening_closing = 1: the mean of the first and the last of them)
WITH rolling AS (
  SELECT
    stock_cell.*,
    lag(active, 12) OVER w AS active_before,
    sum(lost) OVER twelve AS lost_12,
    sum(purchases) OVER twelve AS purchases_12,
    sum(orders) OVER twelve AS orders_12,
    CASE
      WHEN $opening_closing = 1 THEN (active + lag(active, 12) OVER w) / 2
      ELSE avg(active) OVER (
        PARTITION BY dimension, member ORDER BY month ROWS BETWEEN 12 PRECEDING AND CURRENT ROW
      )
    END AS mean_active
  FROM stock_cell
  WINDOW
    w AS (PARTITION BY dimension, member ORDER BY month),
    twelve AS (PARTITION BY dimension, member ORDER BY month ROWS BETWEEN 11 PRECEDING AND CURRENT ROW)
),
flow AS (
  SELECT dimension, member, period_kind, period_start, sum(reactivated) AS reactivated, sum(lost) AS lost
  FROM stock_cell
  JOIN figure_period AS period
    ON period.period_kind IN ('month', 'quarter', 'year') AND period.is_complete = 1
    AND stock_cell.month BETWEEN period.first_month AND period.last_month
  GROUP BY dimension, member, period_kind, period_start
),
ended AS (
  SELECT
    rolling.*,
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    flow.reactivated AS reactivated_in,
    flow.lost AS lost_in
  FROM rolling
  JOIN figure_period AS period
    ON period.period_kind IN ('month', 'quarter', 'year') AND period.is_complete = 1
    AND rolling.month = period.last_month
  JOIN flow
    ON rolling.dimension = flow.dimension AND rolling.member = flow.member
    AND period.period_kind = flow.period_kind AND period.period_start = flow.period_start
)
SELECT
  figures.figure AS figure,
  dimension,
  member,
  period_kind,
  period_start,
  CASE figures.figure
    WHEN 'active_customers' THEN active
    WHEN 'reactivated_customers' THEN reactivated_in
    WHEN 'lost_customers' THEN lost_in
    WHEN 'purchase_frequency' THEN purchases_12
    WHEN 'order_frequency' THEN orders_12
    WHEN 'repeat_rate' THEN repeaters_12
    WHEN 'churn_rate' THEN lost_12
    WHEN 'retention_rate' THEN retained
  END AS numerator,
  CASE figures.figure
    WHEN 'purchase_frequency' THEN buyers_12
    WHEN 'order_frequency' THEN buyers_12
    WHEN 'repeat_rate' THEN buyers_12
    WHEN 'churn_rate' THEN mean_active
    WHEN 'retention_rate' THEN active_before
  END AS denominator,
  CASE figures.figure
    WHEN 'active_customers' THEN active
    WHEN 'reactivated_customers' THEN reactivated_in
    WHEN 'lost_customers' THEN lost_in
    WHEN 'churn_rate' THEN active_before
    WHEN 'retention_rate' THEN active_before
    ELSE buyers_12
  END AS n
FROM ended
JOIN (
  VALUES ('active_customers', 0), ('reactivated_customers', 0), ('lost_customers', 0),
    ('purchase_frequency', 12), ('order_frequency', 12), ('repeat_rate', 12),
    ('churn_rate', -1), ('retention_rate', -1)
) AS figures (figure, needed)
  ON ended.months_known >= CASE
    WHEN figures.needed >= 12 THEN figures.needed
    WHEN figures.needed = 0 THEN CAST($inactive_months AS INTEGER)
    ELSE 12 + CAST($inactive_months AS INTEGER)
  END
