-- How many customers went from which stage to which in each month.
-- reads:  lifecycle_stage
-- writes: one row a month end, stage and previous stage (empty for customers who are new to us)
SELECT
  period_end,
  stage,
  came_from AS previous_stage,
  CAST(count(*) AS DOUBLE) AS customers,
  sum(revenue_12m) AS revenue_12m
FROM (
  SELECT period_end, stage, coalesce(previous_stage, '') AS came_from, revenue_12m
  FROM lifecycle_stage
) AS steps
GROUP BY period_end, stage, came_from
ORDER BY period_end, stage, came_from
