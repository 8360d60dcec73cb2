-- In which month each customer ordered from how many categories, products and channels for the
-- first time: added up, they are how broadly the customer buys.
-- reads:  orders up to $as_of in $currency, products
-- writes: customer_id, activity_month, new_categories, new_products, new_channels
-- What was sent back later was ordered all the same.
WITH ordered AS (
  SELECT
    orders.customer_id AS customer_id,
    CAST(date_trunc('month', orders.ordered_at) AS DATE) AS activity_month,
    coalesce(orders.category, catalogue.category) AS category,
    orders.product_id AS product_id,
    orders.channel AS channel
  FROM orders
  LEFT JOIN (
    SELECT product_id, min(category) AS category FROM products GROUP BY product_id
  ) AS catalogue ON orders.product_id = catalogue.product_id
  WHERE orders.customer_id IS NOT NULL
    AND CAST(orders.ordered_at AS DATE) <= $as_of
    AND coalesce(orders.currency, $currency) = $currency
    AND (orders.amount IS NULL OR orders.amount >= 0)
),
first_time AS (
  SELECT customer_id, 1 AS of_category, 0 AS of_product, 0 AS of_channel, min(activity_month) AS activity_month
  FROM ordered WHERE category IS NOT NULL GROUP BY customer_id, category
  UNION ALL
  SELECT customer_id, 0 AS of_category, 1 AS of_product, 0 AS of_channel, min(activity_month) AS activity_month
  FROM ordered WHERE product_id IS NOT NULL GROUP BY customer_id, product_id
  UNION ALL
  SELECT customer_id, 0 AS of_category, 0 AS of_product, 1 AS of_channel, min(activity_month) AS activity_month
  FROM ordered WHERE channel IS NOT NULL GROUP BY customer_id, channel
)
SELECT
  customer_id,
  activity_month,
  CAST(sum(of_category) AS DOUBLE) AS new_categories,
  CAST(sum(of_product) AS DOUBLE) AS new_products,
  CAST(sum(of_channel) AS DOUBLE) AS new_channels
FROM first_time
GROUP BY customer_id, activity_month
ORDER BY customer_id, activity_month
