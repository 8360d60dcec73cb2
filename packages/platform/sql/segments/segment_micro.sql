-- The micro-segment each customer is in at the end of a month, beside the macro segment it lies in.
-- reads:  micro_cell (what the month's model says of snapshot and segment_macro)
-- writes: one row a customer and month end: macro, micro (its place in the version), version, own
--         (the first rule segment of the workspace that fits), purchases and revenue of the month,
--         revenue of twelve months, worth (expected in the next months); the same of the month
--         before as previous_…, NULL where there is none
SELECT
  customer_id,
  CAST($period_end AS DATE) AS period_end,
  macro,
  micro,
  version,
  own,
  purchases_1m,
  revenue_1m,
  revenue_12m,
  worth,
  previous_macro,
  previous_micro,
  previous_version,
  previous_own,
  previous_revenue,
  previous_worth
FROM micro_cell
