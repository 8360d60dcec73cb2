-- The stage each customer is in at the end of a month, and where they came from.
-- reads:  snapshot, lifecycle_stage (the month before)
-- writes: one row a customer and month end: stage, previous_stage (NULL where there is no month
--         before), revenue_12m
-- stage_of_rules stands for the rules of the settings: the first one that fits.
SELECT
  now.customer_id AS customer_id,
  CAST($period_end AS DATE) AS period_end,
  now.current_stage AS stage,
  earlier.stage AS previous_stage,
  now.recent_revenue AS revenue_12m
FROM (
  SELECT customer_id, stage_of_rules AS current_stage, revenue_of_year AS recent_revenue
  FROM snapshot
  WHERE period_end = $period_end
) AS now
LEFT JOIN (
  SELECT customer_id, stage FROM lifecycle_stage WHERE period_end = $previous_end
) AS earlier ON now.customer_id = earlier.customer_id
