-- Customers of the sample at a month's end, and where they were at a later one: to learn moves from.
-- reads:  segment_panel (sql/segments/read/panel.sql) at $from and $to, segment_activity (the rows of
--         purchase_activity of its customers)
-- writes: one row a customer; where $is_open is 1 also those of whom nothing later is known
-- snapshot_columns stands for the columns that are asked for. A month end with other thresholds
-- is not known: the move would be one of the rules. spend_leaving was spent in the month that the
-- window of twelve months leaves next, as it was known at $from.
SELECT
  known.*,
  earlier.panel_macro AS macro,
  later.panel_macro AS next_macro,
  CASE WHEN after.later_purchases > known.purchases THEN CAST(1 AS DOUBLE) ELSE CAST(0 AS DOUBLE) END AS bought,
  coalesce(leaving.spent, CAST(0 AS DOUBLE)) AS spend_leaving
FROM (
  SELECT
    snapshot_columns,
    customer_id,
    purchases,
    days_since_purchase,
    days_since_first_purchase,
    purchases_1m,
    purchases_3m,
    purchases_12m,
    gap_squares,
    spend_of_year AS spend,
    spend_of_life AS total_spend,
    contract_fee AS fee
  FROM segment_panel AS snapshot
  WHERE period_end = $from
) AS known
JOIN segment_panel AS earlier
  ON known.customer_id = earlier.customer_id AND earlier.period_end = $from
LEFT JOIN segment_panel AS later
  ON known.customer_id = later.customer_id AND later.period_end = $to
  AND later.panel_version = earlier.panel_version
LEFT JOIN (
  SELECT customer_id, purchases AS later_purchases FROM segment_panel WHERE period_end = $to
) AS after ON known.customer_id = after.customer_id
LEFT JOIN (
  SELECT customer_id, CAST(sum(spend_of_day) AS DOUBLE) AS spent
  FROM segment_activity
  WHERE activity_month = $leaving_month AND known_from <= $this_month AND known_until > $this_month
  GROUP BY customer_id
) AS leaving ON known.customer_id = leaving.customer_id
WHERE later.panel_macro IS NOT NULL OR $is_open = 1
ORDER BY known.customer_id
