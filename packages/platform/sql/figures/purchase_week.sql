-- What each customer bought in each week that begins in one month.
-- reads:  purchase_day from $week_from to $week_until (Mondays), customer_number
-- writes: customer_no, month_start, week_start, purchases, orders, revenue, purchase_revenue,
--         known_contribution (where the cost is known), uncosted_revenue (where it is not)
SELECT
  customer_number.customer_no AS customer_no,
  CAST($month AS DATE) AS month_start,
  bought.week_start AS week_start,
  CAST(sum(is_purchase) AS INTEGER) AS purchases,
  CAST(sum(CASE WHEN is_purchase = 1 THEN orders ELSE 0 END) AS INTEGER) AS orders,
  round(sum(revenue), 4) AS revenue,
  round(sum(CASE WHEN is_purchase = 1 THEN revenue END), 4) AS purchase_revenue,
  round(sum(CASE WHEN cost IS NOT NULL THEN revenue - cost END), 4) AS known_contribution,
  round(sum(CASE WHEN cost IS NULL THEN revenue END), 4) AS uncosted_revenue
FROM (
  SELECT purchase_day.*, CAST(date_trunc('week', day) AS DATE) AS week_start
  FROM purchase_day
  WHERE day >= CAST($week_from AS DATE) AND day < CAST($week_until AS DATE)
) AS bought
JOIN customer_number ON bought.customer_id = customer_number.customer_id
GROUP BY customer_number.customer_no, bought.week_start
ORDER BY week_start, customer_no
