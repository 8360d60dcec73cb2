-- The family of onboarding: how many new customers are gone, or have not come back, after 30, 60 and
-- 90 days.
-- reads:  customer_profile, customer_summary, purchase_day, subscriptions, profile_cut,
--         figure_member, figure_period
-- writes: figure, dimension, member, period_kind, period_start, numerator, denominator, n
-- A period is told once the 30 (60, 90) days of all of its customers have passed by $as_of; in
-- total those count whose days have passed. A contract that was paid and
-- ended within the days is lost, unless another one of the customer went on.
WITH second_purchase AS (
  SELECT purchase_day.customer_id AS customer_id, min(purchase_day.day) AS day
  FROM purchase_day
  JOIN customer_summary AS summary ON purchase_day.customer_id = summary.customer_id
  WHERE purchase_day.is_purchase = 1 AND purchase_day.day > summary.first_day
  GROUP BY purchase_day.customer_id
),
paid AS (
  SELECT
    customer_id,
    min(started_on) AS first_day,
    -- A contract that runs has no end.
    CASE WHEN sum(CASE WHEN ended_on IS NULL OR ended_on > $as_of THEN 1 ELSE 0 END) = 0
      THEN max(ended_on) END AS last_day
  FROM subscriptions
  WHERE started_on <= $as_of AND monthly_fee > 0 AND coalesce(state, 'active') = 'active'
    AND coalesce(currency, $currency) = $currency AND (ended_on IS NULL OR ended_on >= started_on)
  GROUP BY customer_id
),
journeys AS (
  SELECT 'no_repeat' AS what, summary.customer_id AS customer_id, summary.first_day AS first_day,
    second_purchase.day AS turn_day
  FROM customer_summary AS summary
  LEFT JOIN second_purchase ON summary.customer_id = second_purchase.customer_id
  UNION ALL
  SELECT 'contract_loss', customer_id, first_day, last_day FROM paid
),
judged AS (
  SELECT
    profile.profile_id AS profile_id,
    journeys.what AS what,
    CAST(date_trunc('month', journeys.first_day) AS DATE) AS month_start,
    date_diff('day', journeys.first_day, turn_day) AS turned,
    date_diff('day', journeys.first_day, CAST($as_of AS DATE)) AS watched
  FROM journeys
  JOIN customer_profile AS profile ON journeys.customer_id = profile.customer_id
),
added AS (
  SELECT
    member_of_each AS member_no,
    what,
    month_start,
    sum(CASE WHEN watched >= 30 THEN 1 ELSE 0 END) AS n_30,
    sum(CASE WHEN watched >= 60 THEN 1 ELSE 0 END) AS n_60,
    sum(CASE WHEN watched >= 90 THEN 1 ELSE 0 END) AS n_90,
    sum(CASE WHEN watched >= 30 AND turned <= 30 THEN 1 ELSE 0 END) AS turned_30,
    sum(CASE WHEN watched >= 60 AND turned <= 60 THEN 1 ELSE 0 END) AS turned_60,
    sum(CASE WHEN watched >= 90 AND turned <= 90 THEN 1 ELSE 0 END) AS turned_90
  FROM judged JOIN profile_cut ON judged.profile_id = profile_cut.profile_id
  GROUP BY each_member(what, month_start)
),
counted AS (
  SELECT member_no, what, period.period_kind AS period_kind, period.period_start AS period_start,
    windows.days AS days,
    CAST(sum(CASE windows.days WHEN 30 THEN n_30 WHEN 60 THEN n_60 ELSE n_90 END) AS DOUBLE)
      AS customers,
    CAST(sum(CASE windows.days WHEN 30 THEN turned_30 WHEN 60 THEN turned_60 ELSE turned_90 END)
      AS DOUBLE) AS turned
  FROM added
  JOIN figure_period AS period
    ON period.period_kind <> 'week'
    AND added.month_start BETWEEN period.unit_start AND period.period_end
  CROSS JOIN (VALUES (30), (60), (90)) AS windows (days)
  WHERE period.period_kind = 'total'
    OR date_diff('day', period.period_end, CAST($as_of AS DATE)) >= windows.days
  GROUP BY member_no, what, period.period_kind, period.period_start, windows.days
)
SELECT
  concat(what, '_', CAST(days AS VARCHAR)) AS figure,
  dimension,
  member,
  period_kind,
  period_start,
  CASE WHEN what = 'no_repeat' THEN customers - turned ELSE turned END AS numerator,
  customers AS denominator,
  customers AS n
FROM counted
JOIN figure_member ON counted.member_no = figure_member.member_no
WHERE customers > 0
