-- The micro-segment of each customer at a month's end, by the model that holds then: little to
-- write, so that all else is written once.
-- reads:  snapshot, segment_macro
-- writes: customer_id, micro, version, own
-- micro_of_rules and own_of_rules stand for the rules of the model and of the settings.
SELECT
  placed.customer_id AS customer_id,
  CAST(micro_of_rules AS INTEGER) AS micro,
  CAST($version AS INTEGER) AS version,
  own_of_rules AS own
FROM segment_macro AS placed
JOIN snapshot ON placed.customer_id = snapshot.customer_id AND snapshot.period_end = $period_end
WHERE placed.period_end = $period_end
