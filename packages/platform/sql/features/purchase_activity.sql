-- Purchases per customer and month as they were known at any time: what snapshots are built from.
-- reads:  purchase_day, return_link, orders
-- writes: customer_id, activity_month, known_from, known_until (first days of months), purchases,
--         orders, revenue, cost, returned, first_day, last_day, gap_squares, last_gap, last_revenue
-- At the end of month k the rows with known_from <= k < known_until hold. purchase_day nets a
-- return into its purchase; here a return that came in a later month is a row of its own, known
-- from that month, and a purchase that it undid ends there: with the purchases of that customer as
-- they look from then on (an epoch). Sums are rounded as the ledger is, so that they come out the
-- same whatever came later.
WITH late AS (
  SELECT
    orders.customer_id AS customer_id,
    return_link.counted_on AS day,
    CAST(date_trunc('month', orders.ordered_at) AS DATE) AS returned_in,
    sum(CAST(orders.amount AS DOUBLE)) AS amount,
    sum(CAST(orders.cost AS DOUBLE)) AS cost
  FROM return_link JOIN orders
    ON return_link.import_id = orders.import_id AND return_link.line = orders.line
  WHERE CAST(date_trunc('month', orders.ordered_at) AS DATE)
    > CAST(date_trunc('month', return_link.counted_on) AS DATE)
  GROUP BY orders.customer_id, return_link.counted_on, CAST(date_trunc('month', orders.ordered_at) AS DATE)
),
late_day AS (
  SELECT customer_id, day, sum(amount) AS amount, sum(cost) AS cost
  FROM late GROUP BY customer_id, day
),
day_then AS (
  SELECT
    purchase_day.customer_id AS customer_id,
    purchase_day.day AS day,
    purchase_day.orders AS orders,
    purchase_day.revenue - coalesce(late_day.amount, 0) AS revenue,
    purchase_day.cost - coalesce(late_day.cost, 0) AS cost,
    purchase_day.returned - coalesce(late_day.amount, 0) AS returned,
    CASE
      WHEN late_day.day IS NULL THEN purchase_day.is_purchase
      WHEN purchase_day.revenue - late_day.amount < 0.005 THEN 0
      ELSE 1
    END AS was_purchase
  FROM purchase_day LEFT JOIN late_day
    ON purchase_day.customer_id = late_day.customer_id AND purchase_day.day = late_day.day
),
undone AS (
  SELECT customer_id, day, min(returned_in) AS undone_in
  FROM (
    SELECT
      late.customer_id AS customer_id,
      late.day AS day,
      late.returned_in AS returned_in,
      day_then.revenue + sum(late.amount) OVER (
        PARTITION BY late.customer_id, late.day ORDER BY late.returned_in
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS left_over
    FROM late JOIN day_then
      ON late.customer_id = day_then.customer_id AND late.day = day_then.day
    WHERE day_then.was_purchase = 1
  ) AS shrinking
  WHERE left_over < 0.005
  GROUP BY customer_id, day
),
epoch AS (
  SELECT
    customer_id,
    epoch_from,
    lead(epoch_from, 1, DATE '9999-12-01') OVER (PARTITION BY customer_id ORDER BY epoch_from) AS epoch_until
  FROM (
    SELECT DISTINCT customer_id, undone_in AS epoch_from FROM undone
    UNION ALL
    SELECT DISTINCT customer_id, DATE '0001-01-01' AS epoch_from FROM undone
  ) AS turns
),
in_epoch AS (
  SELECT
    day_then.*,
    coalesce(epoch.epoch_from, DATE '0001-01-01') AS epoch_from,
    coalesce(epoch.epoch_until, DATE '9999-12-01') AS epoch_until,
    CASE
      WHEN was_purchase = 1 AND (undone.undone_in IS NULL OR undone.undone_in > epoch.epoch_from) THEN 1
      ELSE 0
    END AS is_purchase
  FROM day_then
  LEFT JOIN epoch ON day_then.customer_id = epoch.customer_id
  LEFT JOIN undone ON day_then.customer_id = undone.customer_id AND day_then.day = undone.day
),
with_gap AS (
  SELECT
    in_epoch.*,
    CASE WHEN is_purchase = 1 THEN CAST(date_diff('day',
      lag(day) OVER (PARTITION BY customer_id, epoch_from, is_purchase ORDER BY day), day) AS DOUBLE)
    END AS gap
  FROM in_epoch
)
SELECT
  customer_id,
  CAST(date_trunc('month', day) AS DATE) AS activity_month,
  CASE WHEN epoch_from > CAST(date_trunc('month', day) AS DATE) THEN epoch_from
    ELSE CAST(date_trunc('month', day) AS DATE) END AS known_from,
  max(epoch_until) AS known_until,
  CAST(sum(is_purchase) AS DOUBLE) AS purchases,
  CAST(sum(CASE WHEN is_purchase = 1 THEN orders ELSE 0 END) AS DOUBLE) AS orders,
  CAST(round(sum(revenue), 4) AS DOUBLE) AS revenue,
  CAST(round(sum(cost), 4) AS DOUBLE) AS cost,
  CAST(round(sum(returned), 4) AS DOUBLE) AS returned,
  min(CASE WHEN is_purchase = 1 THEN day END) AS first_day,
  max(CASE WHEN is_purchase = 1 THEN day END) AS last_day,
  CAST(sum(gap * gap) AS DOUBLE) AS gap_squares,
  CAST(max_by(gap, CASE WHEN is_purchase = 1 THEN day END) AS DOUBLE) AS last_gap,
  CAST(round(max_by(revenue, CASE WHEN is_purchase = 1 THEN day END), 4) AS DOUBLE) AS last_revenue
FROM with_gap
WHERE epoch_until > CAST(date_trunc('month', day) AS DATE)
GROUP BY customer_id, CAST(date_trunc('month', day) AS DATE), epoch_from
UNION ALL
SELECT
  customer_id,
  CAST(date_trunc('month', day) AS DATE) AS activity_month,
  returned_in AS known_from,
  DATE '9999-12-01' AS known_until,
  CAST(0 AS DOUBLE) AS purchases,
  CAST(0 AS DOUBLE) AS orders,
  CAST(round(sum(amount), 4) AS DOUBLE) AS revenue,
  CAST(round(sum(cost), 4) AS DOUBLE) AS cost,
  CAST(round(sum(amount), 4) AS DOUBLE) AS returned,
  CAST(NULL AS DATE) AS first_day,
  CAST(NULL AS DATE) AS last_day,
  CAST(NULL AS DOUBLE) AS gap_squares,
  CAST(NULL AS DOUBLE) AS last_gap,
  CAST(NULL AS DOUBLE) AS last_revenue
FROM late
GROUP BY customer_id, CAST(date_trunc('month', day) AS DATE), returned_in
ORDER BY customer_id, activity_month
