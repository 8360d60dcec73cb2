-- What some customers did in each month, as it was known at its end; months without anything are
-- left out.
-- reads:  snapshot, segment_macro, warning_member, warning_period
-- writes: customer and period (places), purchases and spend of the month, and macro: 1 active high,
--         2 inactive since this month, 0 anything else
-- spend_of_month stands for the column of the snapshot. $every-th customers from $first to $last.
SELECT
  warning_member.place AS customer,
  warning_period.place AS period,
  snapshot.purchases_1m AS purchases,
  spend_of_month AS spend,
  CAST(CASE
    WHEN segment_macro.macro = 'active_high' THEN 1
    WHEN segment_macro.macro IN ('inactive_valuable', 'inactive_low')
      AND coalesce(segment_macro.previous_macro, '') NOT IN ('inactive_valuable', 'inactive_low') THEN 2
    ELSE 0
  END AS DOUBLE) AS macro
FROM warning_period
JOIN snapshot ON warning_period.period_end = snapshot.period_end
JOIN segment_macro
  ON snapshot.period_end = segment_macro.period_end AND snapshot.customer_id = segment_macro.customer_id
JOIN warning_member ON snapshot.customer_id = warning_member.customer_id
WHERE snapshot.purchases > 0
  AND (
    snapshot.purchases_1m > 0
    OR spend_of_month <> 0
    OR segment_macro.macro = 'active_high'
    OR segment_macro.macro IN ('inactive_valuable', 'inactive_low')
      AND coalesce(segment_macro.previous_macro, '') NOT IN ('inactive_valuable', 'inactive_low')
  )
  AND warning_member.place >= $first AND warning_member.place <= $last
  AND mod(CAST(warning_member.place AS BIGINT), CAST($every AS BIGINT)) = 0
