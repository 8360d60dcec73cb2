-- The values of one horizon for the command line and exports, most valuable first.
-- reads:  customer_value
SELECT *
FROM customer_value
WHERE horizon_months = $horizon AND ($customer IS NULL OR customer_id = $customer)
  AND ($limit IS NULL OR rank_place <= $limit)
ORDER BY rank_place
