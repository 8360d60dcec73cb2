-- What each customer is worth, by contracts, by orders, or by both.
-- reads:  contract_value, order_value (what customer_value is in a shop without contracts)
-- writes: one row a customer and horizon, see docs/metrics.md for every column
-- Purchases, frequency, recency and age speak of orders only. Who has a contract that runs is a
-- customer for sure. $margin_rate holds for fees as it does for orders to come; the cost of service
-- is foreseen with the orders. Rank and class are made as in sql/customer_value.sql.
WITH valued AS (
  SELECT
    coalesce(o.customer_id, c.customer_id) AS customer_id,
    coalesce(o.horizon_months, c.horizon_months) AS horizon_months,
    CASE
      WHEN c.customer_id IS NULL THEN o.method
      WHEN o.customer_id IS NULL THEN CAST($contract_method AS VARCHAR)
      ELSE CAST($contract_method AS VARCHAR) || '+' || o.method
    END AS method,
    CASE WHEN c.first_day < o.first_day OR o.first_day IS NULL THEN c.first_day ELSE o.first_day END
      AS first_day,
    CASE WHEN c.last_day > o.last_day OR o.last_day IS NULL THEN c.last_day ELSE o.last_day END
      AS last_day,
    coalesce(o.purchases, 0) AS purchases,
    coalesce(o.orders, 0) AS orders,
    coalesce(o.frequency, 0) AS frequency,
    coalesce(o.recency, 0) AS recency,
    coalesce(o.age, CAST(date_diff('day', c.first_day, CAST($as_of AS DATE)) AS DOUBLE)) AS age,
    o.average_order_value AS average_order_value,
    coalesce(o.revenue_historic + c.revenue_historic, o.revenue_historic, c.revenue_historic)
      AS revenue_historic,
    CASE
      WHEN c.customer_id IS NULL THEN o.contribution_historic
      WHEN o.customer_id IS NULL THEN c.revenue_historic * CAST($margin_rate AS DOUBLE)
      ELSE o.contribution_historic + c.revenue_historic * CAST($margin_rate AS DOUBLE)
    END AS contribution_historic,
    CASE
      WHEN c.contracts > 0 THEN 1
      WHEN o.customer_id IS NULL THEN 0
      ELSE o.probability_alive
    END AS probability_alive,
    o.probability_no_purchase AS probability_no_purchase,
    coalesce(o.expected_purchases, 0) AS expected_purchases,
    o.expected_spend AS expected_spend,
    coalesce(o.revenue_predicted + c.revenue_predicted, o.revenue_predicted, c.revenue_predicted)
      AS revenue_predicted,
    coalesce(o.revenue_discounted + c.revenue_discounted, o.revenue_discounted, c.revenue_discounted)
      AS revenue_discounted,
    o.service_cost_discounted AS service_cost
  FROM order_value AS o
  FULL OUTER JOIN contract_value AS c
    ON o.customer_id = c.customer_id AND o.horizon_months = c.horizon_months
),
weighed AS (
  SELECT valued.*, coalesce(revenue_discounted, expected_purchases) AS worth FROM valued
),
placed AS (
  SELECT
    weighed.*,
    row_number() OVER (PARTITION BY horizon_months ORDER BY worth DESC, customer_id) AS place,
    count(*) OVER (PARTITION BY horizon_months) AS customers,
    sum(worth) OVER (PARTITION BY horizon_months) AS all_value,
    sum(worth) OVER (
      PARTITION BY horizon_months ORDER BY worth DESC, customer_id
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) - worth AS value_before
  FROM weighed
)
SELECT
  customer_id,
  horizon_months,
  CAST($as_of AS DATE) AS as_of,
  method,
  first_day,
  last_day,
  CAST(purchases AS INTEGER) AS purchases,
  CAST(orders AS INTEGER) AS orders,
  frequency,
  recency,
  age,
  average_order_value,
  revenue_historic,
  contribution_historic,
  CAST(probability_alive AS DOUBLE) AS probability_alive,
  probability_no_purchase,
  expected_purchases,
  expected_spend,
  revenue_predicted,
  revenue_discounted,
  service_cost AS service_cost_discounted,
  revenue_discounted * CAST($margin_rate AS DOUBLE) - coalesce(service_cost, 0)
    AS contribution_discounted,
  revenue_historic + revenue_discounted AS revenue_total,
  contribution_historic + revenue_discounted * CAST($margin_rate AS DOUBLE) - coalesce(service_cost, 0)
    AS contribution_total,
  CAST(place AS INTEGER) AS rank_place,
  CAST(ceil(10.0 * place / customers) AS INTEGER) AS decile,
  CASE
    WHEN value_before < 0.8 * all_value THEN 'A'
    WHEN value_before < 0.95 * all_value THEN 'B'
    ELSE 'C'
  END AS class
FROM placed
