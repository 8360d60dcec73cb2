-- What the customers are like, counted.
-- reads:  customer_summary, purchase_day
SELECT
  CAST(count(*) AS DOUBLE) AS customers,
  CAST(sum(CASE WHEN purchases = 1 THEN 1 ELSE 0 END) AS DOUBLE) AS one_time,
  CAST(sum(purchases) AS DOUBLE) AS purchases,
  CAST(sum(orders) AS DOUBLE) AS orders,
  CAST(sum(purchase_revenue) AS DOUBLE) AS revenue,
  CAST(sum(CASE WHEN purchase_revenue = 0 THEN 1 ELSE 0 END) AS DOUBLE) AS without_revenue,
  (SELECT CAST(count(*) AS DOUBLE) FROM purchase_day WHERE is_purchase = 0 AND orders > 0)
    AS fully_returned_days,
  (SELECT CAST(sum(returned) AS DOUBLE) FROM purchase_day WHERE is_purchase = 0 AND orders > 0)
    AS fully_returned_amount
FROM customer_summary
