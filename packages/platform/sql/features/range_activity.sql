-- What each customer ordered in one month for the first time: categories, products and channels.
-- Added up, they are how broadly the customer buys.
-- reads:  orders from $month to $until in $currency, products, range_activity (the months before)
-- writes: customer_id, activity_month, aspect (category, product, channel), value, and 1 in one of
--         new_categories, new_products, new_channels
-- What was sent back later was ordered all the same.
WITH ordered AS (
  SELECT
    orders.customer_id AS customer_id,
    coalesce(orders.category, catalogue.category) AS category,
    orders.product_id AS product_id,
    orders.channel AS channel
  FROM orders
  LEFT JOIN (
    SELECT product_id, min(category) AS category FROM products GROUP BY product_id
  ) AS catalogue ON orders.product_id = catalogue.product_id
  WHERE orders.customer_id IS NOT NULL
    AND orders.ordered_at >= CAST($month AS DATE) AND orders.ordered_at < CAST($until AS DATE)
    AND coalesce(orders.currency, $currency) = $currency
    AND (orders.amount IS NULL OR orders.amount >= 0)
),
named AS (
  SELECT customer_id, 'category' AS aspect, category AS value FROM ordered
  WHERE category IS NOT NULL GROUP BY customer_id, category
  UNION ALL
  SELECT customer_id, 'product', product_id FROM ordered
  WHERE product_id IS NOT NULL GROUP BY customer_id, product_id
  UNION ALL
  SELECT customer_id, 'channel', channel FROM ordered
  WHERE channel IS NOT NULL GROUP BY customer_id, channel
),
-- First what is known of this month's few, so that no table of all that was ever ordered is built.
known AS (
  SELECT named.customer_id AS customer_id, named.aspect AS aspect, named.value AS value
  FROM named
  JOIN range_activity AS earlier
    ON named.customer_id = earlier.customer_id AND named.aspect = earlier.aspect
    AND named.value = earlier.value
  WHERE earlier.activity_month < CAST($month AS DATE)
)
SELECT
  named.customer_id AS customer_id,
  CAST($month AS DATE) AS activity_month,
  named.aspect AS aspect,
  named.value AS value,
  CAST(CASE WHEN named.aspect = 'category' THEN 1 ELSE 0 END AS DOUBLE) AS new_categories,
  CAST(CASE WHEN named.aspect = 'product' THEN 1 ELSE 0 END AS DOUBLE) AS new_products,
  CAST(CASE WHEN named.aspect = 'channel' THEN 1 ELSE 0 END AS DOUBLE) AS new_channels
FROM named
LEFT JOIN known
  ON named.customer_id = known.customer_id AND named.aspect = known.aspect
  AND named.value = known.value
WHERE known.customer_id IS NULL
ORDER BY customer_id, aspect, value
