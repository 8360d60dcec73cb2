-- What each customer bought in one month on each channel and of each category.
-- reads:  orders and return_link of the days from $month to $next_month ($until if data
--         end before), products, sales_place,
--         customer_number
-- writes: customer_no, month_start, dimension, member, purchases, orders, revenue, purchase_revenue,
--         known_contribution (where the cost is known), uncosted_revenue (where it is not)
-- As in purchase_day: a return counts on the day of its purchase, and where a customer kept nothing
-- of a channel or category on a day, there was no purchase of it. A purchase or an order of
-- two categories is one of each, so they do not add up to all.
WITH product AS (SELECT product_id, max(category) AS category FROM products GROUP BY product_id),
returned AS (
  SELECT import_id, line, counted_on FROM return_link
  WHERE counted_on >= CAST($month AS DATE) AND counted_on < CAST($next_month AS DATE)
),
moved AS (
  SELECT return_link.import_id AS import_id, return_link.line AS line
  FROM return_link
  JOIN orders ON return_link.import_id = orders.import_id AND return_link.line = orders.line
  WHERE orders.amount < 0
    AND orders.ordered_at >= CAST($month AS DATE) AND orders.ordered_at < CAST($until AS DATE)
),
counted AS (
  SELECT orders.*, CAST(orders.ordered_at AS DATE) AS day
  FROM orders
  LEFT JOIN moved ON orders.import_id = moved.import_id AND orders.line = moved.line
  WHERE moved.line IS NULL
    AND orders.ordered_at >= CAST($month AS DATE) AND orders.ordered_at < CAST($until AS DATE)
  UNION ALL
  SELECT orders.*, returned.counted_on
  FROM orders
  JOIN returned ON orders.import_id = returned.import_id AND orders.line = returned.line
  WHERE orders.amount < 0
),
line AS (
  SELECT
    customer_number.customer_no AS customer_no,
    counted.order_id AS order_id,
    coalesce(counted.channel, '') AS channel,
    coalesce(counted.category, product.category, '') AS category,
    counted.day AS day,
    CAST(counted.amount AS DOUBLE) AS amount,
    CASE WHEN counted.cost IS NOT NULL THEN CAST(counted.amount AS DOUBLE) - CAST(counted.cost AS DOUBLE)
      END AS known_contribution,
    CASE WHEN counted.cost IS NULL THEN CAST(counted.amount AS DOUBLE) END AS uncosted_revenue
  FROM counted
  JOIN customer_number ON counted.customer_id = customer_number.customer_id
  LEFT JOIN product ON counted.product_id = product.product_id
  WHERE coalesce(counted.currency, $currency) = $currency
),
-- A number for each name that lines are told under: many rows are told apart by it, faster than by
-- names.
place AS (
  SELECT dimension, member, told_as,
    CAST(dense_rank() OVER (ORDER BY dimension, told_as) AS INTEGER) AS place_no
  FROM sales_place
),
told AS (
  SELECT place.place_no AS place_no, line.*
  FROM line
  JOIN (SELECT member, place_no FROM place WHERE dimension = 'channel') AS place
    ON line.channel = place.member
  UNION ALL
  SELECT place.place_no, line.*
  FROM line
  JOIN (SELECT member, place_no FROM place WHERE dimension = 'category') AS place
    ON line.category = place.member
),
-- By order first: counting distinct orders of a day costs three times as much.
placed_order AS (
  SELECT place_no, customer_no, day, order_id,
    sum(CASE WHEN amount < 0 THEN 0 ELSE 1 END) AS bought,
    sum(CASE WHEN amount < 0 THEN 1 ELSE 0 END) AS returned,
    sum(amount) AS revenue,
    sum(known_contribution) AS known_contribution,
    sum(uncosted_revenue) AS uncosted_revenue
  FROM told
  GROUP BY place_no, customer_no, day, order_id
),
bought_day AS (
  SELECT place_no, customer_no, day,
    sum(CASE WHEN order_id IS NULL THEN bought WHEN bought > 0 THEN 1 ELSE 0 END) AS orders,
    sum(bought) AS bought,
    sum(returned) AS returned,
    sum(revenue) AS revenue,
    sum(known_contribution) AS known_contribution,
    sum(uncosted_revenue) AS uncosted_revenue
  FROM placed_order
  GROUP BY place_no, customer_no, day
),
customer_day AS (
  SELECT place_no, customer_no, orders, revenue, known_contribution, uncosted_revenue,
    CASE
      WHEN bought = 0 THEN 0
      WHEN returned > 0 AND revenue < 0.005 THEN 0
      ELSE 1
    END AS is_purchase
  FROM bought_day
),
customer_place AS (
  SELECT
    customer_no,
    place_no,
    CAST(sum(is_purchase) AS INTEGER) AS purchases,
    CAST(sum(CASE WHEN is_purchase = 1 THEN orders END) AS INTEGER) AS orders,
    round(sum(revenue), 4) AS revenue,
    round(sum(CASE WHEN is_purchase = 1 THEN revenue END), 4) AS purchase_revenue,
    round(sum(known_contribution), 4) AS known_contribution,
    round(sum(uncosted_revenue), 4) AS uncosted_revenue
  FROM customer_day
  GROUP BY customer_no, place_no
)
SELECT
  customer_no,
  CAST($month AS DATE) AS month_start,
  named.dimension AS dimension,
  named.told_as AS member,
  purchases,
  orders,
  revenue,
  purchase_revenue,
  known_contribution,
  uncosted_revenue
FROM customer_place
JOIN (SELECT DISTINCT place_no, dimension, told_as FROM place) AS named
  ON customer_place.place_no = named.place_no
ORDER BY customer_place.place_no, customer_no
