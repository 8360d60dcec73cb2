-- What each customer bought in each month: the base of all figures of sales and retention.
-- reads:  purchase_day, customer_profile
-- writes: customer_no, profile_id, month_start, month (months since January 1970), purchases, orders,
--         revenue, purchase_revenue (days of purchase only), contribution, and new_in_quarter,
--         new_in_year, new_in_total: 1 where the month is the customer's first with a purchase in it
-- contribution is revenue less cost where the cost is known, else the share $margin_rate of it.
SELECT
  monthly.*,
  CASE WHEN purchases > 0 AND (month_before IS NULL OR month_before < month - month % 3) THEN 1 ELSE 0 END
    AS new_in_quarter,
  CASE WHEN purchases > 0 AND (month_before IS NULL OR month_before < month - month % 12) THEN 1 ELSE 0 END
    AS new_in_year,
  CASE WHEN purchases > 0 AND month_before IS NULL THEN 1 ELSE 0 END AS new_in_total
FROM (
  SELECT
    profile.customer_no AS customer_no,
    profile.profile_id AS profile_id,
    summed.month_start AS month_start,
    summed.month AS month,
    summed.purchases AS purchases,
    summed.orders AS orders,
    summed.revenue AS revenue,
    summed.purchase_revenue AS purchase_revenue,
    summed.contribution AS contribution,
    max(CASE WHEN purchases > 0 THEN summed.month END) OVER (
      PARTITION BY profile.customer_no ORDER BY summed.month
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS month_before
  FROM (
    SELECT
      customer_id,
      CAST(date_trunc('month', day) AS DATE) AS month_start,
      CAST(date_diff('month', DATE '1970-01-01', CAST(date_trunc('month', day) AS DATE)) AS INTEGER)
        AS month,
      CAST(sum(is_purchase) AS INTEGER) AS purchases,
      CAST(sum(CASE WHEN is_purchase = 1 THEN orders ELSE 0 END) AS INTEGER) AS orders,
      round(sum(revenue), 4) AS revenue,
      round(sum(CASE WHEN is_purchase = 1 THEN revenue END), 4) AS purchase_revenue,
      round(sum(CASE WHEN cost IS NOT NULL THEN revenue - cost
        ELSE revenue * CAST($margin_rate AS DOUBLE) END), 4) AS contribution
    FROM purchase_day
    GROUP BY customer_id, CAST(date_trunc('month', day) AS DATE)
  ) AS summed
  JOIN customer_profile AS profile ON summed.customer_id = profile.customer_id
) AS monthly
