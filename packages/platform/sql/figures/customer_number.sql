-- A number for every customer, which stays: what was counted by it need not be counted again.
-- reads:  customers, purchase_day, subscriptions up to $as_of, customer_number (as it was before)
-- writes: customer_id, customer_no (1 to n; new customers get the next ones)
WITH known AS (
  SELECT customer_id FROM customers
  UNION
  SELECT customer_id FROM purchase_day
  UNION
  SELECT customer_id FROM subscriptions WHERE started_on <= $as_of
),
numbered AS (SELECT coalesce(max(customer_no), 0) AS last_no FROM customer_number)
SELECT customer_id, customer_no FROM customer_number
UNION ALL
SELECT known.customer_id,
  CAST(numbered.last_no + row_number() OVER (ORDER BY known.customer_id) AS INTEGER)
FROM known
CROSS JOIN numbered
LEFT JOIN customer_number AS earlier ON known.customer_id = earlier.customer_id
WHERE known.customer_id IS NOT NULL AND earlier.customer_id IS NULL
