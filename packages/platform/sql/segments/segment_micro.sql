-- The micro-segment each customer is in at the end of a month, beside the macro segment it lies in.
-- reads:  micro_cell (what the month's rules say), segment_macro, snapshot, customer_rank,
--         segment_micro (the month before)
-- writes: one row a customer and month end: macro, micro (its place in the version), version, own
--         (the first rule segment of the workspace that fits), purchases and revenue of the month,
--         revenue of twelve months, worth (expected in the next months); the same of the month
--         before as previous_…, NULL where there is none
-- revenue_of_month and revenue_of_year stand for the columns of the snapshot, NULL without amounts.
SELECT
  micro_cell.customer_id AS customer_id,
  CAST($period_end AS DATE) AS period_end,
  placed.macro AS macro,
  micro_cell.micro AS micro,
  micro_cell.version AS version,
  micro_cell.own AS own,
  snapshot.purchases_1m AS purchases_1m,
  revenue_of_month AS revenue_1m,
  revenue_of_year AS revenue_12m,
  ranked.ranked_worth AS worth,
  placed.previous_macro AS previous_macro,
  earlier.previous_micro AS previous_micro,
  earlier.previous_version AS previous_version,
  earlier.previous_own AS previous_own,
  earlier.previous_revenue AS previous_revenue,
  earlier.previous_worth AS previous_worth
FROM micro_cell
JOIN segment_macro AS placed
  ON micro_cell.customer_id = placed.customer_id AND placed.period_end = $period_end
JOIN snapshot
  ON micro_cell.customer_id = snapshot.customer_id AND snapshot.period_end = $period_end
LEFT JOIN (
  SELECT customer_id, worth AS ranked_worth FROM customer_rank WHERE period_end = $period_end
) AS ranked ON micro_cell.customer_id = ranked.customer_id
LEFT JOIN (
  SELECT
    customer_id,
    micro AS previous_micro,
    version AS previous_version,
    own AS previous_own,
    revenue_12m AS previous_revenue,
    worth AS previous_worth
  FROM segment_micro WHERE period_end = $previous_end
) AS earlier ON micro_cell.customer_id = earlier.customer_id
