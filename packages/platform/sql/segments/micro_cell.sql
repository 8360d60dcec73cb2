-- The micro-segment of each customer at a month's end, by the model that holds then.
-- reads:  snapshot, segment_macro, customer_rank, segment_micro (the month before)
-- writes: what segment_micro keeps of the month
-- micro_of_rules and own_of_rules stand for the rules of the model and of the settings.
SELECT
  placed.customer_id AS customer_id,
  placed.macro AS macro,
  CAST(micro_of_rules AS INTEGER) AS micro,
  CAST($version AS INTEGER) AS version,
  own_of_rules AS own,
  snapshot.purchases_1m AS purchases_1m,
  revenue_of_month AS revenue_1m,
  revenue_of_year AS revenue_12m,
  ranked.ranked_worth AS worth,
  placed.previous_macro AS previous_macro,
  earlier.previous_micro AS previous_micro,
  earlier.previous_version AS previous_version,
  earlier.previous_own AS previous_own,
  earlier.previous_revenue AS previous_revenue,
  earlier.previous_worth AS previous_worth
FROM segment_macro AS placed
JOIN snapshot ON placed.customer_id = snapshot.customer_id AND snapshot.period_end = $period_end
LEFT JOIN (
  SELECT customer_id, worth AS ranked_worth FROM customer_rank WHERE period_end = $period_end
) AS ranked ON placed.customer_id = ranked.customer_id
LEFT JOIN (
  SELECT
    customer_id,
    micro AS previous_micro,
    version AS previous_version,
    own AS previous_own,
    revenue_12m AS previous_revenue,
    worth AS previous_worth
  FROM segment_micro WHERE period_end = $previous_end
) AS earlier ON placed.customer_id = earlier.customer_id
WHERE placed.period_end = $period_end
