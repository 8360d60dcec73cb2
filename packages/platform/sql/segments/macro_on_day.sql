-- The macro segment each customer is in on a day, by the month end before and purchases since.
-- reads:  known_of_view (sql/segments/known_at_month_end.sql), segment_rule, purchase_day up to
--         $day_of_view
-- writes: one row a customer: customer_id, macro
-- Spend is told at month ends: the tier is that of the last one, low for who was not known then;
-- contracts are as they were on it.
SELECT customer_id, macro_then AS macro
FROM (
  SELECT
    coalesce(known.customer_id, since.customer_id) AS customer_id,
    coalesce(known.own_tier, 'low') AS own_tier,
    rule.active_days AS active_days,
    coalesce(known.purchases, 0) + coalesce(since.days, 0) AS purchases_then,
    CASE
      WHEN known.running > 0 THEN 0
      WHEN since.latest_day IS NOT NULL THEN date_diff('day', since.latest_day, $day_of_view)
      ELSE known.silence + date_diff('day', $month_of_view, $day_of_view)
    END AS silence_then,
    coalesce(known.tenure + date_diff('day', $month_of_view, $day_of_view),
      date_diff('day', since.first_day, $day_of_view)) AS tenure_then,
    known.days_since_end + date_diff('day', $month_of_view, $day_of_view) AS days_since_end_then
  FROM known_of_view AS known
  FULL OUTER JOIN (
    SELECT
      customer_id,
      CAST(count(*) AS DOUBLE) AS days,
      min(day) AS first_day,
      max(day) AS latest_day
    FROM purchase_day
    WHERE is_purchase = 1 AND day > $month_of_view AND day <= $day_of_view
    GROUP BY customer_id
  ) AS since
    ON known.customer_id = since.customer_id
  CROSS JOIN (
    SELECT active_days
    FROM segment_rule
    WHERE version = (
      SELECT coalesce(max(CASE WHEN valid_from <= $day_of_view THEN version END), min(version))
      FROM segment_rule
    )
  ) AS rule
) AS seen
