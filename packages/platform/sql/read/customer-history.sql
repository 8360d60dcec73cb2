-- What a customer bought and gave back, by day, the latest first.
-- reads: orders
SELECT
  CAST(ordered_at AS DATE) AS day,
  CAST(COUNT(DISTINCT order_id) AS INTEGER) AS orders,
  CAST(COUNT(*) AS INTEGER) AS lines,
  SUM(CAST(amount AS DOUBLE)) AS amount
FROM orders
WHERE customer_id = $customer_id
GROUP BY CAST(ordered_at AS DATE)
ORDER BY CAST(ordered_at AS DATE) DESC
LIMIT 400
