-- The macro segment each customer is in on a day, by the month end before and purchases since.
-- reads:  snapshot and segment_macro on the last month end ($month_of_view), segment_rule,
--         purchase_day up to $day_of_view
-- writes: one row a customer: customer_id, macro
-- Rules are those of sql/segments/segment_macro.sql. Spend is told at month ends: the tier is that of
-- the last one, low for who was not known then; contracts are as they were on it.
SELECT
  customer_id,
  CASE
    WHEN phase = 'active' THEN 'active_' || own_tier
    WHEN phase IN ('cooling', 'inactive') THEN phase || CASE WHEN own_tier = 'low' THEN '_low' ELSE '_valuable' END
    ELSE phase
  END AS macro
FROM (
  SELECT
    customer_id,
    own_tier,
    CASE
      WHEN silence IS NULL AND days_since_end IS NOT NULL THEN 'cancelled'
      WHEN silence IS NULL THEN 'prospect'
      WHEN tenure <= $new_days AND purchases_then <= 1 THEN 'new'
      WHEN silence <= active_days THEN 'active'
      WHEN days_since_end IS NOT NULL THEN 'cancelled'
      WHEN silence <= 2 * active_days THEN 'cooling'
      ELSE 'inactive'
    END AS phase
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
      END AS silence,
      coalesce(known.tenure + date_diff('day', $month_of_view, $day_of_view),
        date_diff('day', since.first_day, $day_of_view)) AS tenure,
      known.days_since_end + date_diff('day', $month_of_view, $day_of_view) AS days_since_end
    FROM (
      SELECT
        snapshot.customer_id AS customer_id,
        segment_macro.tier AS own_tier,
        purchases,
        contracts_running AS running,
        contract_ended AS days_since_end,
        days_since_purchase AS silence,
        CASE
          WHEN days_since_first_purchase IS NULL OR contract_days > days_since_first_purchase THEN contract_days
          ELSE days_since_first_purchase
        END AS tenure
      FROM snapshot JOIN segment_macro
        ON snapshot.customer_id = segment_macro.customer_id
        AND snapshot.period_end = segment_macro.period_end
      WHERE snapshot.period_end = $month_of_view AND segment_macro.period_end = $month_of_view
    ) AS known
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
) AS placed
