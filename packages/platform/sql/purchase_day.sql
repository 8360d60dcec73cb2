-- One row per customer and day with order lines: what was bought and kept, net of its returns.
-- reads:  orders up to $as_of in $currency, return_link
-- writes: customer_id, day, orders, revenue, cost, returned (negative), is_purchase
-- A return counts on the day of its purchase. is_purchase is 0 where everything was sent back or
-- the day holds nothing but returns (less than half a cent is nothing). Orders of no amount are
-- purchases. revenue is NULL where the source has no amounts, cost where it has no costs.
-- Sums are rounded to the four digits that amounts have: else their last digits would hang on the
-- order in which an engine adds, and with them which customers are equal.
-- A line that names no order is an order of its own, unless it is a return.
SELECT
  customer_id,
  day,
  CAST(count(DISTINCT CASE WHEN amount < 0 THEN NULL ELSE order_id END)
    + sum(CASE WHEN order_id IS NOT NULL OR amount < 0 THEN 0 ELSE 1 END) AS INTEGER) AS orders,
  round(sum(amount), 4) AS revenue,
  round(sum(cost), 4) AS cost,
  round(sum(CASE WHEN amount < 0 THEN amount ELSE 0 END), 4) AS returned,
  CAST(CASE
    WHEN sum(CASE WHEN amount < 0 THEN 0 ELSE 1 END) = 0 THEN 0
    WHEN sum(CASE WHEN amount < 0 THEN 1 ELSE 0 END) > 0 AND sum(amount) < 0.005 THEN 0
    ELSE 1
  END AS INTEGER) AS is_purchase
FROM (
  SELECT
    orders.customer_id AS customer_id,
    orders.order_id AS order_id,
    coalesce(return_link.counted_on, CAST(orders.ordered_at AS DATE)) AS day,
    CAST(orders.amount AS DOUBLE) AS amount,
    CAST(orders.cost AS DOUBLE) AS cost
  FROM orders LEFT JOIN return_link
    ON orders.import_id = return_link.import_id AND orders.line = return_link.line
  WHERE orders.customer_id IS NOT NULL
    AND CAST(orders.ordered_at AS DATE) <= $as_of
    AND coalesce(orders.currency, $currency) = $currency
) AS dated
GROUP BY customer_id, day
