-- All that is known of the customers of the sample at some month ends: read once, for moves of one
-- month and of three are read from it many times.
-- reads:  segment_sample, snapshot and segment_macro from $since to $until
-- writes: the columns of the snapshot, panel_macro, panel_version (of the thresholds)
SELECT
  snapshot.*,
  segment_macro.macro AS panel_macro,
  segment_macro.version AS panel_version
FROM segment_sample
JOIN snapshot ON segment_sample.customer_id = snapshot.customer_id
JOIN segment_macro
  ON snapshot.customer_id = segment_macro.customer_id
  AND snapshot.period_end = segment_macro.period_end
WHERE snapshot.period_end >= $since AND snapshot.period_end <= $until
  AND segment_macro.period_end >= $since AND segment_macro.period_end <= $until
