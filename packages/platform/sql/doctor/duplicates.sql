-- Lines that are equal to an earlier line in everything that is mapped.
-- reads:  orders
-- Few lines share customer, time and amount with another, so only those are compared in full.
SELECT
  CAST(coalesce(sum(copies - 1), 0) AS DOUBLE) AS duplicates,
  CAST(coalesce(sum((copies - 1) * amount), 0) AS DOUBLE) AS duplicate_amount
FROM (
  SELECT orders.amount AS amount, count(*) AS copies
  FROM orders JOIN (
    SELECT customer_id, ordered_at, amount
    FROM orders
    GROUP BY customer_id, ordered_at, amount
    HAVING count(*) > 1
  ) AS alike
    ON orders.customer_id IS NOT DISTINCT FROM alike.customer_id
    AND orders.ordered_at = alike.ordered_at
    AND orders.amount IS NOT DISTINCT FROM alike.amount
  GROUP BY orders.customer_id, orders.ordered_at, order_id, line_id, product_id, quantity,
    orders.amount, currency, channel, return_of
  HAVING count(*) > 1
) AS copied
