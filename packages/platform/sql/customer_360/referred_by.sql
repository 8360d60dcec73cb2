-- Who won a customer.
-- reads:  referrals, customers
-- writes: customer_id, referred_on
SELECT customer_id, min(referred_on) AS referred_on
FROM (
  SELECT referrer AS customer_id, referred_on
  FROM (
    SELECT referrer_id AS referrer, referred_id AS customer_id, referred_on, import_id
    FROM referrals
  ) AS received
  WHERE customer_id = $customer_id
  UNION ALL
  SELECT referred_by, registered_on FROM customers WHERE customer_id = $customer_id
) AS told
WHERE customer_id IS NOT NULL
GROUP BY customer_id
ORDER BY referred_on, customer_id
LIMIT 1
