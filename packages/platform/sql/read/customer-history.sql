-- What a customer bought and gave back, by day, the latest first.
-- reads: orders in $currency
-- A line that names no order is an order of its own; a day of returns only holds no order.
SELECT
  CAST(ordered_at AS DATE) AS day,
  CAST(COUNT(DISTINCT CASE WHEN amount < 0 THEN NULL ELSE order_id END)
    + SUM(CASE WHEN order_id IS NULL THEN 1 ELSE 0 END) AS INTEGER) AS orders,
  CAST(COUNT(*) AS INTEGER) AS lines,
  SUM(CAST(amount AS DOUBLE)) AS amount
FROM orders
WHERE customer_id = $customer_id AND COALESCE(currency, $currency) = $currency
GROUP BY CAST(ordered_at AS DATE)
ORDER BY CAST(ordered_at AS DATE) DESC
LIMIT 400
