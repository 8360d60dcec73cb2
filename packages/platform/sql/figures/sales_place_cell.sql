-- Sales by period and by what the order line says: its channel, its category.
-- reads:  orders, return_link, products, customer_profile, figure_period
-- writes: the columns of sales_cell, for the dimensions channel and category
-- As in purchase_day: a return counts on the day of its purchase, and where a customer kept nothing
-- of a channel or category on a day, there was no purchase of it. A purchase of two categories is one
-- of each, so purchases do not add up to all; orders are not told by category. The 40 members with
-- most lines stay, the others are one, called other.
WITH product AS (SELECT product_id, max(category) AS category FROM products GROUP BY product_id),
line AS (
  SELECT
    profile.customer_no AS customer_no,
    orders.order_id AS order_id,
    coalesce(orders.channel, '') AS channel,
    coalesce(orders.category, product.category, '') AS category,
    coalesce(return_link.counted_on, CAST(orders.ordered_at AS DATE)) AS day,
    CAST(orders.amount AS DOUBLE) AS amount,
    CASE WHEN orders.cost IS NOT NULL THEN CAST(orders.amount AS DOUBLE) - CAST(orders.cost AS DOUBLE)
      ELSE CAST(orders.amount AS DOUBLE) * CAST($margin_rate AS DOUBLE) END AS contribution
  FROM orders
  JOIN customer_profile AS profile ON orders.customer_id = profile.customer_id
  LEFT JOIN return_link
    ON orders.import_id = return_link.import_id AND orders.line = return_link.line
  LEFT JOIN product ON orders.product_id = product.product_id
  WHERE CAST(orders.ordered_at AS DATE) <= $as_of
    AND coalesce(orders.currency, $currency) = $currency
),
place AS (
  SELECT
    dimension,
    member,
    CASE WHEN dimension = 'channel' THEN 0 ELSE 100 END
      + least(row_number() OVER (PARTITION BY dimension ORDER BY n DESC, member), 41) AS place_no,
    max(CASE WHEN member <> '' THEN 1 ELSE 0 END) OVER (PARTITION BY dimension) AS telling
  FROM (
    SELECT 'channel' AS dimension, channel AS member, count(*) AS n FROM line GROUP BY channel
    UNION ALL
    SELECT 'category', category, count(*) FROM line GROUP BY category
  ) AS counted
),
-- By order first: counting distinct orders of a day costs three times as much.
channel_order AS (
  SELECT place_no, customer_no, day, order_id,
    sum(CASE WHEN amount < 0 THEN 0 ELSE 1 END) AS bought,
    sum(CASE WHEN amount < 0 THEN 1 ELSE 0 END) AS returned,
    sum(amount) AS revenue,
    sum(contribution) AS contribution
  FROM line
  JOIN place ON place.dimension = 'channel' AND place.telling = 1 AND line.channel = place.member
  GROUP BY place_no, customer_no, day, order_id
),
bought_day AS (
  SELECT place_no, customer_no, day,
    sum(CASE WHEN order_id IS NULL THEN bought WHEN bought > 0 THEN 1 ELSE 0 END) AS orders,
    sum(bought) AS bought,
    sum(returned) AS returned,
    sum(revenue) AS revenue,
    sum(contribution) AS contribution
  FROM channel_order
  GROUP BY place_no, customer_no, day
  UNION ALL
  SELECT place_no, customer_no, day, NULL,
    sum(CASE WHEN amount < 0 THEN 0 ELSE 1 END),
    sum(CASE WHEN amount < 0 THEN 1 ELSE 0 END),
    sum(amount),
    sum(contribution)
  FROM line
  JOIN place ON place.dimension = 'category' AND place.telling = 1 AND line.category = place.member
  GROUP BY place_no, customer_no, day
),
customer_day AS (
  SELECT place_no, customer_no, day, orders, revenue, contribution,
    CASE
      WHEN bought = 0 THEN 0
      WHEN returned > 0 AND revenue < 0.005 THEN 0
      ELSE 1
    END AS is_purchase
  FROM bought_day
),
customer_month AS (
  SELECT
    place_no, customer_no,
    CAST(date_diff('month', DATE '1970-01-01', CAST(date_trunc('month', day) AS DATE)) AS INTEGER)
      AS month,
    sum(is_purchase) AS purchases,
    sum(CASE WHEN is_purchase = 1 THEN orders END) AS orders,
    sum(revenue) AS revenue,
    sum(CASE WHEN is_purchase = 1 THEN revenue END) AS purchase_revenue,
    sum(contribution) AS contribution
  FROM customer_day
  GROUP BY place_no, customer_no,
    CAST(date_diff('month', DATE '1970-01-01', CAST(date_trunc('month', day) AS DATE)) AS INTEGER)
),
marked AS (
  SELECT
    customer_month.*,
    max(CASE WHEN purchases > 0 THEN month END) OVER (
      PARTITION BY place_no, customer_no ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS month_before
  FROM customer_month
),
month_cell AS (
  SELECT
    place_no, month,
    sum(CASE WHEN purchases > 0 THEN 1 ELSE 0 END) AS buyers,
    sum(CASE WHEN purchases > 0 AND coalesce(month_before, -1) < month - month % 3 THEN 1 ELSE 0 END)
      AS new_in_quarter,
    sum(CASE WHEN purchases > 0 AND coalesce(month_before, -1) < month - month % 12 THEN 1 ELSE 0 END)
      AS new_in_year,
    sum(CASE WHEN purchases > 0 AND month_before IS NULL THEN 1 ELSE 0 END) AS new_in_total,
    sum(purchases) AS purchases,
    sum(orders) AS orders,
    sum(revenue) AS revenue,
    sum(purchase_revenue) AS purchase_revenue,
    sum(contribution) AS contribution
  FROM marked
  GROUP BY place_no, month
)
SELECT
  dimension,
  named.member AS member,
  period.period_kind AS period_kind,
  period.period_start AS period_start,
  CAST(sum(CASE period.period_kind
    WHEN 'month' THEN buyers
    WHEN 'quarter' THEN new_in_quarter
    WHEN 'year' THEN new_in_year
    ELSE new_in_total
  END) AS DOUBLE) AS buyers,
  CAST(sum(purchases) AS DOUBLE) AS purchases,
  CAST(sum(orders) AS DOUBLE) AS orders,
  sum(revenue) AS revenue,
  sum(purchase_revenue) AS purchase_revenue,
  sum(contribution) AS contribution
FROM month_cell
JOIN (
  SELECT place_no, dimension, CASE WHEN place_no % 100 = 41 THEN 'other' ELSE max(member) END AS member
  FROM place
  GROUP BY place_no, dimension
) AS named ON month_cell.place_no = named.place_no
JOIN figure_period AS period
  ON period.period_kind <> 'week'
  AND month_cell.month BETWEEN period.first_month AND period.last_month
GROUP BY dimension, named.member, period.period_kind, period.period_start
