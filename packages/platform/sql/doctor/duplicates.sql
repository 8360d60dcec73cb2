-- Lines that are equal to an earlier line in everything that is mapped.
-- reads:  orders
SELECT
  CAST(coalesce(sum(copies - 1), 0) AS DOUBLE) AS duplicates,
  CAST(coalesce(sum((copies - 1) * amount), 0) AS DOUBLE) AS duplicate_amount
FROM (
  SELECT amount, count(*) AS copies
  FROM orders
  GROUP BY customer_id, ordered_at, order_id, line_id, product_id, quantity, amount, currency,
    channel, return_of
  HAVING count(*) > 1
) AS copied
