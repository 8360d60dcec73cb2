-- What each customer bought in one month.
-- reads:  purchase_day from $month to $next_month, customer_number
-- writes: customer_no, month_start, purchases, orders, revenue, purchase_revenue (days of purchase
--         only), known_contribution (where the cost is known), uncosted_revenue (where it is not)
SELECT
  customer_number.customer_no AS customer_no,
  CAST($month AS DATE) AS month_start,
  CAST(sum(is_purchase) AS INTEGER) AS purchases,
  CAST(sum(CASE WHEN is_purchase = 1 THEN orders ELSE 0 END) AS INTEGER) AS orders,
  round(sum(revenue), 4) AS revenue,
  round(sum(CASE WHEN is_purchase = 1 THEN revenue END), 4) AS purchase_revenue,
  round(sum(CASE WHEN cost IS NOT NULL THEN revenue - cost END), 4) AS known_contribution,
  round(sum(CASE WHEN cost IS NULL THEN revenue END), 4) AS uncosted_revenue
FROM purchase_day
JOIN customer_number ON purchase_day.customer_id = customer_number.customer_id
WHERE day >= CAST($month AS DATE) AND day < CAST($next_month AS DATE)
GROUP BY customer_number.customer_no
ORDER BY customer_no
