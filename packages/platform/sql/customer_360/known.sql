-- Whether a customer appears anywhere in the ledger.
-- reads:  customers, orders, subscriptions, interactions, feedback, usage
-- writes: one row if so
SELECT 1 AS known FROM (
  SELECT customer_id FROM customers WHERE customer_id = $customer_id
  UNION ALL
  SELECT customer_id FROM orders WHERE customer_id = $customer_id
  UNION ALL
  SELECT customer_id FROM subscriptions WHERE customer_id = $customer_id
  UNION ALL
  SELECT customer_id FROM interactions WHERE customer_id = $customer_id
  UNION ALL
  SELECT customer_id FROM feedback WHERE customer_id = $customer_id
  UNION ALL
  SELECT customer_id FROM usage WHERE customer_id = $customer_id
) AS seen
LIMIT 1
