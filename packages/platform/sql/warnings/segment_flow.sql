-- Who was in each macro segment a month ago, and where they are now.
-- reads:  segment_macro, snapshot
-- writes: one row a way and month end: macro (a month ago), to_macro, size, and how many of them
--         bought in the month
SELECT
  CAST($period_end AS DATE) AS period_end,
  segment_macro.previous_macro AS macro,
  segment_macro.macro AS to_macro,
  CAST(count(*) AS DOUBLE) AS size,
  CAST(sum(CASE WHEN snapshot.purchases_1m > 0 THEN 1 ELSE 0 END) AS DOUBLE) AS bought
FROM segment_macro JOIN snapshot
  ON segment_macro.customer_id = snapshot.customer_id
  AND segment_macro.period_end = snapshot.period_end
WHERE segment_macro.period_end = $period_end AND snapshot.period_end = $period_end
  AND segment_macro.previous_macro IS NOT NULL
GROUP BY segment_macro.previous_macro, segment_macro.macro
