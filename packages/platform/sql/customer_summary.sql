-- One row per customer who kept a purchase up to $as_of. Times in days.
-- reads:  purchase_day
-- writes: customer_id, first_day, last_day, purchases, orders, frequency (x), recency (t_x),
--         age (the models' T), recent_purchases and recent_revenue (after $window_start),
--         revenue (all of it), purchase_revenue (that of days of purchase), cost,
--         spend_purchases and spend_mean (what the spend model reads)
-- Purchases of one day are one transaction. With $spend = 'repeat' the first one does not count
-- for the spend model, as textbooks have it. Sums are rounded for the reason given in purchase_day.
SELECT
  customer_id,
  first_day,
  last_day,
  purchases,
  orders,
  CAST(purchases - 1 AS DOUBLE) AS frequency,
  CAST(date_diff('day', first_day, last_day) AS DOUBLE) AS recency,
  CAST(date_diff('day', first_day, $as_of) AS DOUBLE) AS age,
  recent_purchases,
  recent_revenue,
  revenue,
  purchase_revenue,
  cost,
  CASE WHEN $spend = 'repeat' THEN CAST(purchases - 1 AS DOUBLE) ELSE CAST(purchases AS DOUBLE) END
    AS spend_purchases,
  CASE
    WHEN $spend = 'repeat' AND purchases > 1 THEN (purchase_revenue - first_revenue) / (purchases - 1)
    WHEN $spend = 'repeat' THEN NULL
    ELSE purchase_revenue / purchases
  END AS spend_mean
FROM (
  SELECT
    customer_id,
    min(CASE WHEN is_purchase = 1 THEN day END) AS first_day,
    max(CASE WHEN is_purchase = 1 THEN day END) AS last_day,
    CAST(sum(is_purchase) AS INTEGER) AS purchases,
    CAST(sum(CASE WHEN is_purchase = 1 THEN orders ELSE 0 END) AS INTEGER) AS orders,
    CAST(sum(CASE WHEN day > $window_start THEN is_purchase ELSE 0 END) AS DOUBLE) AS recent_purchases,
    CAST(round(sum(CASE WHEN day > $window_start THEN revenue END), 4) AS DOUBLE) AS recent_revenue,
    CAST(round(sum(revenue), 4) AS DOUBLE) AS revenue,
    CAST(round(sum(cost), 4) AS DOUBLE) AS cost,
    CAST(round(sum(CASE WHEN is_purchase = 1 THEN revenue END), 4) AS DOUBLE) AS purchase_revenue,
    CAST(min_by(revenue, CASE WHEN is_purchase = 1 THEN day END) AS DOUBLE) AS first_revenue
  FROM purchase_day
  WHERE day <= $as_of
  GROUP BY customer_id
) AS aggregated
WHERE purchases > 0
