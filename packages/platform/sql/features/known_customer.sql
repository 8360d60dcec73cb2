-- Everyone who is a customer, and from which day on that was known.
-- reads:  customers, orders up to $as_of in $currency, subscriptions, imports
-- writes: customer_id, known_from
-- Known from the day of registration, the first order or the first contract, whichever came first.
-- Who stands in the register without a date and has done nothing is known since the import.
SELECT customer_id, min(day) AS known_from
FROM (
  SELECT
    customers.customer_id AS customer_id,
    coalesce(registered_on, CAST(imported_at AS DATE)) AS day
  FROM customers
  LEFT JOIN imports ON customers.import_id = imports.import_id
  UNION ALL
  SELECT customer_id, min(CAST(ordered_at AS DATE)) AS day
  FROM orders
  WHERE CAST(ordered_at AS DATE) <= $as_of AND coalesce(currency, $currency) = $currency
  GROUP BY customer_id
  UNION ALL
  SELECT customer_id, started_on AS day FROM subscriptions
) AS seen
WHERE customer_id IS NOT NULL AND day IS NOT NULL AND day <= $as_of
GROUP BY customer_id
ORDER BY customer_id
