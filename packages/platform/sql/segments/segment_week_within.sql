-- The same as sql/segments/segment_week.sql where one month end ($month_now) lies before both days:
-- every customer is looked at once. Rules change in January, so one version holds.
-- reads:  known_of_view, segment_rule, purchase_day
-- writes: as sql/segments/segment_week.sql
SELECT
  CAST($week_end AS DATE) AS week_end,
  macro,
  previous_macro,
  CAST(count(*) AS DOUBLE) AS customers,
  CAST(sum(CASE WHEN days > 0 THEN 0 ELSE 1 END) AS DOUBLE) AS idle,
  CAST(coalesce(sum(days), 0) AS DOUBLE) AS purchases,
  round(sum(revenue), 4) AS revenue
FROM (
  SELECT
    macro_now AS macro,
    CASE WHEN known_before = 1 THEN macro_before END AS previous_macro,
    days,
    revenue
  FROM (
    SELECT
      coalesce(known.own_tier, 'low') AS own_tier,
      rule.active_days AS active_days,
      CASE WHEN known.customer_id IS NULL AND since.days_before = 0 THEN 0 ELSE 1 END AS known_before,
      coalesce(known.purchases, 0) + coalesce(since.days_before, 0) AS purchases_before,
      coalesce(known.purchases, 0) + coalesce(since.days_before + since.days, 0) AS purchases_now,
      CASE
        WHEN known.running > 0 THEN 0
        WHEN since.latest_before IS NOT NULL THEN date_diff('day', since.latest_before, $week_before)
        ELSE known.silence + date_diff('day', $month_now, $week_before)
      END AS silence_before,
      CASE
        WHEN known.running > 0 THEN 0
        WHEN since.latest_day IS NOT NULL THEN date_diff('day', since.latest_day, $week_end)
        ELSE known.silence + date_diff('day', $month_now, $week_end)
      END AS silence_now,
      coalesce(known.tenure + date_diff('day', $month_now, $week_before),
        date_diff('day', since.first_day, $week_before)) AS tenure_before,
      coalesce(known.tenure + date_diff('day', $month_now, $week_end),
        date_diff('day', since.first_day, $week_end)) AS tenure_now,
      known.days_since_end + date_diff('day', $month_now, $week_before) AS days_since_end_before,
      known.days_since_end + date_diff('day', $month_now, $week_end) AS days_since_end_now,
      since.days AS days,
      since.revenue AS revenue
    FROM known_of_view AS known
    FULL OUTER JOIN (
      SELECT
        customer_id,
        CAST(sum(CASE WHEN day <= $week_before THEN is_purchase ELSE 0 END) AS DOUBLE) AS days_before,
        CAST(sum(CASE WHEN day > $week_before THEN is_purchase ELSE 0 END) AS DOUBLE) AS days,
        sum(CASE WHEN day > $week_before THEN revenue END) AS revenue,
        min(CASE WHEN is_purchase = 1 THEN day END) AS first_day,
        max(CASE WHEN is_purchase = 1 THEN day END) AS latest_day,
        max(CASE WHEN is_purchase = 1 AND day <= $week_before THEN day END) AS latest_before
      FROM purchase_day
      WHERE day > $month_now AND day <= $week_end
      GROUP BY customer_id
    ) AS since
      ON known.customer_id = since.customer_id
    CROSS JOIN (
      SELECT active_days
      FROM segment_rule
      WHERE version = (
        SELECT coalesce(max(CASE WHEN valid_from <= $week_end THEN version END), min(version))
        FROM segment_rule
      )
    ) AS rule
    WHERE known.customer_id IS NOT NULL OR since.latest_day IS NOT NULL
  ) AS seen
) AS moved
GROUP BY macro, previous_macro
