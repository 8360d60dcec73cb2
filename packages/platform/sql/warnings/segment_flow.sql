-- Who was in each macro segment a month ago, and what became of them.
-- reads:  segment_macro, snapshot
-- writes: one row a segment and month end: size (a month ago), undesired and desired moves, and how
--         many bought in the month
-- The ladder from inactive to active high decides which way a move leads; a cancelled contract is
-- below all.
SELECT
  CAST($period_end AS DATE) AS period_end,
  before AS macro,
  CAST(count(*) AS DOUBLE) AS size,
  CAST(sum(CASE WHEN step_now < step_before THEN 1 ELSE 0 END) AS DOUBLE) AS undesired,
  CAST(sum(CASE WHEN step_now > step_before THEN 1 ELSE 0 END) AS DOUBLE) AS desired,
  CAST(sum(CASE WHEN purchases_1m > 0 THEN 1 ELSE 0 END) AS DOUBLE) AS bought
FROM (
  SELECT
    segment_macro.previous_macro AS before,
    snapshot.purchases_1m AS purchases_1m,
    CASE segment_macro.macro
      WHEN 'active_high' THEN 6 WHEN 'active_mid' THEN 5 WHEN 'active_low' THEN 4 WHEN 'new' THEN 4
      WHEN 'prospect' THEN 4
      WHEN 'cooling_valuable' THEN 3 WHEN 'cooling_low' THEN 2
      WHEN 'inactive_valuable' THEN 1 WHEN 'inactive_low' THEN 0 ELSE -1
    END AS step_now,
    CASE segment_macro.previous_macro
      WHEN 'active_high' THEN 6 WHEN 'active_mid' THEN 5 WHEN 'active_low' THEN 4 WHEN 'new' THEN 4
      WHEN 'prospect' THEN 4
      WHEN 'cooling_valuable' THEN 3 WHEN 'cooling_low' THEN 2
      WHEN 'inactive_valuable' THEN 1 WHEN 'inactive_low' THEN 0 ELSE -1
    END AS step_before
  FROM segment_macro JOIN snapshot
    ON segment_macro.customer_id = snapshot.customer_id
    AND segment_macro.period_end = snapshot.period_end
  WHERE segment_macro.period_end = $period_end AND snapshot.period_end = $period_end
    AND segment_macro.previous_macro IS NOT NULL
) AS moves
GROUP BY before
