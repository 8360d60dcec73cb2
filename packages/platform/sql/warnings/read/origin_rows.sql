-- What was known of some customers at some month ends.
-- reads:  snapshot, segment_macro, warning_member, warning_period
-- writes: one row a customer and month end
-- Who is not valuable and active then is left out but for every $rest-th customer.
-- The columns after gap_squares stand for those of the snapshot, or NULL where it has none.
SELECT
  snapshot.customer_id AS customer_id,
  warning_member.place AS customer,
  warning_period.place AS period,
  segment_macro.macro AS macro,
  snapshot.purchases AS purchases,
  snapshot.purchases_1m AS purchases_1m,
  snapshot.purchases_3m AS purchases_3m,
  snapshot.purchases_12m AS purchases_12m,
  snapshot.days_since_first_purchase AS age,
  snapshot.days_since_purchase AS recency,
  snapshot.last_gap AS last_gap,
  snapshot.gap_squares AS gap_squares,
  spend_3m AS spend_3m,
  spend_12m AS spend_12m,
  spend_so_far AS spend_so_far,
  returned_12m AS returned_12m,
  breadth AS breadth,
  usage_days AS usage_days,
  usage_quiet AS usage_quiet,
  contacts AS contacts,
  nps AS nps,
  campaigns AS campaigns
FROM warning_period
JOIN snapshot ON warning_period.period_end = snapshot.period_end
JOIN segment_macro
  ON snapshot.period_end = segment_macro.period_end AND snapshot.customer_id = segment_macro.customer_id
JOIN warning_member ON snapshot.customer_id = warning_member.customer_id
WHERE snapshot.purchases > 0
  AND segment_macro.macro NOT IN ('prospect', 'cancelled')
  AND warning_period.place >= $from AND warning_period.place <= $until
  AND warning_member.place >= $first AND warning_member.place <= $last
  AND mod(CAST(warning_member.place AS BIGINT), CAST($every AS BIGINT)) = 0
  AND (
    segment_macro.macro IN ('active_mid', 'active_high')
    OR mod(CAST(warning_member.place AS BIGINT), CAST($rest AS BIGINT)) = 0
  )
