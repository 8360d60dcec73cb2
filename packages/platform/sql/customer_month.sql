-- Activity per customer and calendar month, sorted: the table that snapshots are built from.
-- reads:  purchase_day
-- writes: customer_id, activity_month (its first day), purchases, orders, revenue, cost
SELECT
  customer_id,
  CAST(date_trunc('month', day) AS DATE) AS activity_month,
  CAST(sum(is_purchase) AS INTEGER) AS purchases,
  CAST(sum(CASE WHEN is_purchase = 1 THEN orders ELSE 0 END) AS INTEGER) AS orders,
  CAST(round(sum(revenue), 4) AS DOUBLE) AS revenue,
  CAST(round(sum(cost), 4) AS DOUBLE) AS cost
FROM purchase_day
GROUP BY customer_id, CAST(date_trunc('month', day) AS DATE)
ORDER BY customer_id, activity_month
