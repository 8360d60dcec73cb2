-- What every customer bought in each period with any purchase or return: what snapshots of any
-- period's end can be put together from.
-- reads:  purchase_day, transition_customer, transition_plan
-- writes: place, period (periods - 1 ends on the last day that counts; -1 is all before period 0),
--         purchases (days), amount, first_day, last_day and last_amount of those days, squared_gaps
--         (of the days from each to the purchase before), one row a customer and period
SELECT
  place,
  period,
  CAST(sum(is_purchase) AS DOUBLE) AS purchases,
  round(sum(coalesce(revenue, 0)), 4) AS amount,
  min(CASE WHEN is_purchase = 1 THEN day END) AS first_day,
  max(CASE WHEN is_purchase = 1 THEN day END) AS last_day,
  coalesce(max_by(revenue, CASE WHEN is_purchase = 1 THEN day END), 0) AS last_amount,
  CAST(sum(gap * gap) AS DOUBLE) AS squared_gaps
FROM (
  SELECT
    place,
    day,
    revenue,
    is_purchase,
    CAST(greatest(-1, periods - 1 - floor(date_diff('day', day, last_day) / period_days)) AS INTEGER)
      AS period,
    CASE WHEN is_purchase = 1 THEN coalesce(date_diff('day', day_before, day), 0) ELSE 0 END AS gap
  FROM (
    SELECT
      c.place AS place,
      p.day AS day,
      p.revenue AS revenue,
      p.is_purchase AS is_purchase,
      max(CASE WHEN p.is_purchase = 1 THEN p.day END) OVER (
        PARTITION BY c.place ORDER BY p.day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS day_before
    FROM purchase_day AS p JOIN transition_customer AS c ON p.customer_id = c.customer_id
  ) AS ordered
  CROSS JOIN transition_plan
) AS dated
GROUP BY place, period
ORDER BY place, period
