-- Who moved where, at the level of macro segments, micro-segments and rule segments of one's own.
-- reads:  micro_flow, segment_definition; segment_week, for weeks know macro segments only
-- writes: one row a level, grain, period end, from and to (empty for who is new to us, or in no
--         segment of one's own): customers; aged, those who bought nothing meanwhile, so that time
--         alone moved them; revenue of twelve months and worth before and after
SELECT
  level,
  grain,
  period_end,
  from_segment,
  to_segment,
  sum(customers) AS customers,
  sum(idle) AS aged,
  sum(purchases) AS purchases,
  sum(revenue) AS revenue,
  sum(previous_revenue) AS revenue_before,
  sum(revenue_12m) AS revenue_after,
  sum(previous_worth) AS worth_before,
  sum(worth) AS worth_after
FROM (
  SELECT
    'macro' AS level, grain, period_end,
    coalesce(previous_macro, '') AS from_segment, macro AS to_segment,
    customers, idle, purchases, revenue, previous_revenue, revenue_12m, previous_worth, worth
  FROM micro_flow
  UNION ALL
  SELECT
    'micro' AS level, micro_flow.grain, micro_flow.period_end,
    coalesce(earlier.segment, '') AS from_segment, now.segment AS to_segment,
    customers, idle, purchases, revenue, previous_revenue, revenue_12m, previous_worth, worth
  FROM micro_flow
  JOIN segment_definition AS now
    ON micro_flow.version = now.version AND micro_flow.micro = now.micro
  LEFT JOIN segment_definition AS earlier
    ON micro_flow.previous_version = earlier.version AND micro_flow.previous_micro = earlier.micro
  UNION ALL
  SELECT
    'own' AS level, grain, period_end,
    coalesce(previous_own, '') AS from_segment, coalesce(own, '') AS to_segment,
    customers, idle, purchases, revenue, previous_revenue, revenue_12m, previous_worth, worth
  FROM micro_flow
  WHERE own IS NOT NULL OR previous_own IS NOT NULL
  UNION ALL
  SELECT
    'macro' AS level, 'week' AS grain, week_end AS period_end,
    coalesce(previous_macro, '') AS from_segment, macro AS to_segment,
    customers, idle, purchases, revenue, CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE),
    CAST(NULL AS DOUBLE)
  FROM segment_week
) AS moved
GROUP BY level, grain, period_end, from_segment, to_segment
ORDER BY level, grain, period_end, from_segment, to_segment
