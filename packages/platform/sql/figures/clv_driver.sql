-- The four levers of customer value, for the last complete month, and what 1 % more of each brings.
-- reads:  stock_cell, figure_customers, figure_period
-- writes: one row a dimension, member and driver: value, effect (in the CLV of one customer),
--         effect_total (times active customers), clv, active, as_of
-- CLV = order value x orders a year x margin x lifetime in years, lifetime = 1 / churn rate. It is a
-- rule of thumb in contribution, not discounted; the forecasts of customer_value are another thing.
-- +1 % of a factor of a product is +1 % of the product, so order value, frequency, margin and
-- lifetime weigh the same. Not the same weigh 1 % less churn, and a price 1 % higher at the same
-- cost and the same orders: all of it is margin.
WITH year AS (
  SELECT
    dimension, member, month,
    sum(revenue) OVER w AS revenue,
    sum(orders) OVER w AS orders,
    sum(contribution) OVER w AS contribution,
    buyers_12, active
  FROM stock_cell
  WINDOW w AS (PARTITION BY dimension, member ORDER BY month ROWS BETWEEN 11 PRECEDING AND CURRENT ROW)
),
latest AS (
  SELECT
    year.dimension AS dimension,
    year.member AS member,
    period.period_end AS as_of,
    revenue / orders AS order_value,
    orders / buyers_12 AS frequency,
    contribution / revenue AS margin,
    churn.numerator / churn.denominator AS churn_rate,
    contribution / buyers_12 / (churn.numerator / churn.denominator) AS clv,
    revenue / buyers_12 / (churn.numerator / churn.denominator) AS lifetime_revenue,
    active
  FROM year
  JOIN figure_period AS period ON period.period_kind = 'month' AND year.month = period.first_month
  JOIN (
    SELECT max(first_month) AS month FROM figure_period
    WHERE period_kind = 'month' AND is_complete = 1
  ) AS newest ON year.month = newest.month
  JOIN figure_customers AS churn
    ON churn.figure = 'churn_rate' AND churn.period_kind = 'month'
    AND churn.period_start = period.period_start
    AND churn.dimension = year.dimension AND churn.member = year.member
  WHERE orders > 0 AND buyers_12 > 0 AND revenue > 0 AND churn.numerator > 0 AND churn.denominator > 0
)
SELECT
  dimension,
  member,
  drivers.driver AS driver,
  CASE drivers.driver
    WHEN 'order_value' THEN order_value
    WHEN 'frequency' THEN frequency
    WHEN 'margin' THEN margin
    WHEN 'lifetime' THEN 1 / churn_rate
    WHEN 'churn_rate' THEN churn_rate
    WHEN 'price' THEN order_value
  END AS value,
  CASE drivers.driver
    WHEN 'churn_rate' THEN clv / 0.99 - clv
    WHEN 'price' THEN 0.01 * lifetime_revenue
    ELSE 0.01 * clv
  END AS effect,
  active * CASE drivers.driver
    WHEN 'churn_rate' THEN clv / 0.99 - clv
    WHEN 'price' THEN 0.01 * lifetime_revenue
    ELSE 0.01 * clv
  END AS effect_total,
  clv,
  active,
  as_of
FROM latest
CROSS JOIN (
  VALUES ('order_value'), ('frequency'), ('margin'), ('lifetime'), ('churn_rate'), ('price')
) AS drivers (driver)
