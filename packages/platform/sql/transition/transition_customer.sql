-- Numbers for customers, so that sampling and scoring need no text.
-- reads:  customer_summary
-- writes: place (0 to n - 1 by customer_id), customer_id
SELECT
  CAST(row_number() OVER (ORDER BY customer_id) - 1 AS INTEGER) AS place,
  customer_id
FROM customer_summary
