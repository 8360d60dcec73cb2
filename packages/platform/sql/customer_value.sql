-- What each customer is worth: the past, the forecast for each horizon, and their sum.
-- reads:  customer_summary, purchase_score (the forecast of each distinct x, t_x, T), horizon,
--         transition_value and transition_service where that is the method
-- writes: one row a customer and horizon, see docs/metrics.md for every column
-- Expected spend is what the customer spent per purchase, drawn towards the mean of all customers
-- as far as $spend_strength purchases weigh; the traditional methods take the customer's own mean.
-- What caring for customers will cost is taken off contribution, never netted into revenue.
-- A = the customers who hold the first 80 % of the value, B the next 15 %, C the rest. Where the
-- source has no amounts, expected purchases stand in for value in rank and class.
WITH forecast AS (
  SELECT
    s.customer_id AS customer_id,
    h.horizon_months AS horizon_months,
    s.first_day AS first_day,
    s.last_day AS last_day,
    s.purchases AS purchases,
    s.orders AS orders,
    s.frequency AS frequency,
    s.recency AS recency,
    s.age AS age,
    s.revenue AS revenue_historic,
    s.purchase_revenue AS purchase_revenue,
    CASE
      WHEN s.cost IS NOT NULL THEN s.revenue - s.cost
      ELSE s.revenue * CAST($margin_rate AS DOUBLE)
    END AS contribution_historic,
    score.probability_alive AS probability_alive,
    score.probability_no_purchase AS probability_no_purchase,
    CASE
      WHEN $method = 'transition' THEN moved.purchases
      WHEN $method = 'last-window' THEN s.recent_purchases * h.horizon_days / CAST($recent_days AS DOUBLE)
      ELSE score.expected_purchases
    END AS expected_purchases,
    coalesce(moved.discount_ratio, score.discount_ratio) AS discount_ratio,
    care.cost_discounted AS service_cost,
    CASE
      -- Purchases and revenue are foreseen each by itself; their ratio is the spend.
      WHEN $method = 'transition' AND moved.purchases > 0 THEN moved.revenue / moved.purchases
      WHEN $method = 'transition' THEN moved.base_spend
      WHEN $method = 'last-window' AND s.recent_purchases > 0
        THEN greatest(s.recent_revenue, 0) / s.recent_purchases
      WHEN $traditional = 1 THEN s.purchase_revenue / s.purchases
      ELSE (CAST($spend_strength AS DOUBLE) * CAST($spend_mean AS DOUBLE)
          + s.spend_purchases * coalesce(s.spend_mean, 0))
        / (CAST($spend_strength AS DOUBLE) + s.spend_purchases)
    END AS expected_spend
  FROM customer_summary AS s
  JOIN purchase_score AS score
    ON s.frequency = score.frequency AND s.recency = score.recency AND s.age = score.age
  JOIN horizon AS h ON score.horizon_months = h.horizon_months
  LEFT JOIN transition_value AS moved
    ON s.customer_id = moved.customer_id AND h.horizon_months = moved.horizon_months
  LEFT JOIN transition_service AS care
    ON moved.horizon_months = care.horizon_months AND moved.state = care.state
),
valued AS (
  SELECT
    forecast.*,
    expected_purchases * expected_spend AS revenue_predicted,
    expected_purchases * expected_spend * discount_ratio AS revenue_discounted,
    expected_purchases * expected_spend * discount_ratio * CAST($margin_rate AS DOUBLE)
      - coalesce(service_cost, 0) AS contribution_ahead,
    coalesce(expected_purchases * expected_spend * discount_ratio, expected_purchases) AS worth
  FROM forecast
),
placed AS (
  SELECT
    valued.*,
    row_number() OVER (PARTITION BY horizon_months ORDER BY worth DESC, customer_id)
      AS place,
    count(*) OVER (PARTITION BY horizon_months) AS customers,
    sum(worth) OVER (PARTITION BY horizon_months) AS all_value,
    sum(worth) OVER (
      PARTITION BY horizon_months ORDER BY worth DESC, customer_id
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) - worth AS value_before
  FROM valued
)
SELECT
  customer_id,
  horizon_months,
  CAST($as_of AS DATE) AS as_of,
  CAST($method AS VARCHAR) AS method,
  first_day,
  last_day,
  purchases,
  orders,
  frequency,
  recency,
  age,
  purchase_revenue / orders AS average_order_value,
  revenue_historic,
  contribution_historic,
  probability_alive,
  probability_no_purchase,
  expected_purchases,
  expected_spend,
  revenue_predicted,
  revenue_discounted,
  service_cost AS service_cost_discounted,
  contribution_ahead AS contribution_discounted,
  revenue_historic + revenue_discounted AS revenue_total,
  contribution_historic + contribution_ahead AS contribution_total,
  CAST(place AS INTEGER) AS rank_place,
  CAST(ceil(10.0 * place / customers) AS INTEGER) AS decile,
  CASE
    WHEN value_before < 0.8 * all_value THEN 'A'
    WHEN value_before < 0.95 * all_value THEN 'B'
    ELSE 'C'
  END AS class
FROM placed
