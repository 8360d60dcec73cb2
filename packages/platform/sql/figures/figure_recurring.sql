-- The family of recurring revenue: its level, its movements, who stays.
-- reads:  customer_mrr, profile_cut, figure_member, figure_period
-- writes: figure, dimension, member, period_kind, period_start, numerator, denominator, n
-- Movements compare each customer at the end of the period with its beginning, so opening + new +
-- reactivation + expansion + contraction + churn + fx = closing; contraction and churn are negative.
-- fx is what exchange rates did to fees in other currencies from month end to month end; the others
-- are told without it.
-- nrr, grr and subscriber_churn_rate look at the 12 months that end with the period.
WITH movement AS (
  SELECT
    moved.profile_id AS profile_id,
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    min_by(moved.mrr_before, moved.from_month) AS mrr_before,
    max_by(moved.mrr, moved.from_month) AS mrr_after,
    min_by(moved.had_before, moved.from_month) AS had_before,
    sum(moved.mrr_fx) AS mrr_fx
  FROM customer_mrr AS moved
  JOIN figure_period AS period
    ON period.period_kind IN ('month', 'quarter', 'year')
    AND moved.from_month BETWEEN period.first_month AND period.last_month
  GROUP BY moved.customer_no, moved.profile_id, period.period_kind, period.period_start
),
told AS (
  SELECT movement.*, round(mrr_after - mrr_before - mrr_fx, 4) AS own_step FROM movement
),
-- Pairs of levels of one customer, 12 months apart: who paid then, and pays what now.
kept AS (
  SELECT
    earlier.profile_id AS profile_id,
    greatest(earlier.from_month + 12, later.from_month) AS first_month,
    least(earlier.until_month + 12, later.until_month) AS last_month,
    earlier.mrr AS base,
    later.mrr AS now
  FROM customer_mrr AS earlier
  JOIN customer_mrr AS later ON earlier.customer_no = later.customer_no
  WHERE earlier.mrr > 0
    AND greatest(earlier.from_month + 12, later.from_month)
      <= least(earlier.until_month + 12, later.until_month)
),
change AS (
  SELECT profile_id, from_month AS month, mrr - mrr_before AS mrr,
    (CASE WHEN mrr > 0 THEN 1 ELSE 0 END) - (CASE WHEN mrr_before > 0 THEN 1 ELSE 0 END) AS subscribers,
    CASE WHEN mrr = 0 THEN 1 ELSE 0 END AS lost,
    CAST(0 AS DOUBLE) AS base, CAST(0 AS DOUBLE) AS kept_all, CAST(0 AS DOUBLE) AS kept_gross
  FROM customer_mrr
  UNION ALL
  SELECT profile_id, first_month, 0, 0, 0, base, now, least(now, base) FROM kept
  UNION ALL
  SELECT profile_id, last_month + 1, 0, 0, 0, -base, -now, -least(now, base) FROM kept
),
member_change AS (
  SELECT member_of_each AS member_no, month, sum(mrr) AS mrr, sum(subscribers) AS subscribers,
    sum(lost) AS lost, sum(base) AS base, sum(kept_all) AS kept_all, sum(kept_gross) AS kept_gross
  FROM change JOIN profile_cut ON change.profile_id = profile_cut.profile_id
  GROUP BY each_member(month)
),
grid AS (
  SELECT members.member_no AS member_no, period.first_month AS month
  FROM (SELECT DISTINCT member_no FROM member_change) AS members
  JOIN figure_period AS period ON period.period_kind = 'month'
  CROSS JOIN (SELECT min(from_month) AS start FROM customer_mrr) AS history
  WHERE period.first_month >= history.start
),
level AS (
  SELECT
    grid.member_no AS member_no,
    grid.month AS month,
    count(*) OVER w AS months_known,
    round(sum(coalesce(mrr, 0)) OVER w, 4) AS mrr,
    sum(coalesce(subscribers, 0)) OVER w AS subscribers,
    round(sum(coalesce(base, 0)) OVER w, 4) AS base,
    round(sum(coalesce(kept_all, 0)) OVER w, 4) AS kept_all,
    round(sum(coalesce(kept_gross, 0)) OVER w, 4) AS kept_gross,
    coalesce(lost, 0) AS lost
  FROM grid
  LEFT JOIN member_change
    ON grid.member_no = member_change.member_no AND grid.month = member_change.month
  WINDOW w AS (PARTITION BY grid.member_no ORDER BY grid.month ROWS UNBOUNDED PRECEDING)
),
rolling AS (
  SELECT
    level.*,
    sum(lost) OVER (
      PARTITION BY member_no ORDER BY month ROWS BETWEEN 11 PRECEDING AND CURRENT ROW
    ) AS lost_12,
    CASE
      WHEN $opening_closing = 1
        THEN (subscribers + lag(subscribers, 12) OVER (PARTITION BY member_no ORDER BY month)) / 2.0
      ELSE avg(subscribers) OVER (
        PARTITION BY member_no ORDER BY month ROWS BETWEEN 12 PRECEDING AND CURRENT ROW
      )
    END AS mean_subscribers
  FROM level
),
member_movement AS (
  SELECT
    member_of_each AS member_no,
    period_kind,
    period_start,
    sum(CASE WHEN mrr_before = 0 AND had_before = 0 THEN own_step ELSE 0 END) AS mrr_new,
    sum(CASE WHEN mrr_before = 0 AND had_before = 1 THEN own_step ELSE 0 END) AS mrr_reactivation,
    sum(CASE WHEN mrr_before > 0 AND mrr_after > 0 AND own_step > 0 THEN own_step ELSE 0 END)
      AS mrr_expansion,
    sum(CASE WHEN mrr_before > 0 AND mrr_after > 0 AND own_step < 0 THEN own_step ELSE 0 END)
      AS mrr_contraction,
    sum(CASE WHEN mrr_before > 0 AND mrr_after = 0 THEN own_step ELSE 0 END) AS mrr_churn,
    sum(mrr_fx) AS mrr_fx,
    sum(CASE WHEN mrr_before = 0 AND mrr_after > 0 THEN 1 ELSE 0 END) AS gained,
    sum(CASE WHEN mrr_before > 0 AND mrr_after = 0 THEN 1 ELSE 0 END) AS lost
  FROM told JOIN profile_cut ON told.profile_id = profile_cut.profile_id
  GROUP BY each_member(period_kind, period_start)
),
filled AS (
  SELECT
    figure_member.dimension AS dimension,
    figure_member.member AS member,
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    rolling.months_known AS months_known,
    rolling.mrr AS mrr,
    CAST(rolling.subscribers AS DOUBLE) AS subscribers,
    rolling.base AS base,
    rolling.kept_all AS kept_all,
    rolling.kept_gross AS kept_gross,
    CAST(rolling.lost_12 AS DOUBLE) AS lost_12,
    rolling.mean_subscribers AS mean_subscribers,
    coalesce(mrr_new, 0) AS mrr_new,
    coalesce(mrr_reactivation, 0) AS mrr_reactivation,
    coalesce(mrr_expansion, 0) AS mrr_expansion,
    coalesce(mrr_contraction, 0) AS mrr_contraction,
    coalesce(mrr_churn, 0) AS mrr_churn,
    coalesce(mrr_fx, 0) AS mrr_fx,
    rolling.mrr
      - coalesce(mrr_new + mrr_reactivation + mrr_expansion + mrr_contraction + mrr_churn + mrr_fx, 0)
      AS mrr_opening,
    CAST(rolling.subscribers - coalesce(gained - moved.lost, 0) AS DOUBLE) AS opening_subscribers,
    CAST(coalesce(moved.lost, 0) AS DOUBLE) AS lost_in
  FROM rolling
  JOIN figure_member ON rolling.member_no = figure_member.member_no
  JOIN figure_period AS period
    ON period.period_kind IN ('month', 'quarter', 'year') AND rolling.month = period.last_month
  LEFT JOIN member_movement AS moved
    ON rolling.member_no = moved.member_no
    AND period.period_kind = moved.period_kind AND period.period_start = moved.period_start
)
SELECT
  figures.figure AS figure,
  dimension,
  member,
  period_kind,
  period_start,
  CASE figures.figure
    WHEN 'mrr' THEN mrr
    WHEN 'mrr_opening' THEN mrr_opening
    WHEN 'mrr_new' THEN mrr_new
    WHEN 'mrr_reactivation' THEN mrr_reactivation
    WHEN 'mrr_expansion' THEN mrr_expansion
    WHEN 'mrr_contraction' THEN mrr_contraction
    WHEN 'mrr_churn' THEN mrr_churn
    WHEN 'mrr_fx' THEN mrr_fx
    WHEN 'subscribers' THEN subscribers
    WHEN 'arpa' THEN mrr
    WHEN 'nrr' THEN kept_all
    WHEN 'grr' THEN kept_gross
    WHEN 'revenue_churn_rate' THEN -mrr_churn - mrr_contraction
    WHEN 'subscriber_loss_rate' THEN lost_in
    WHEN 'subscriber_churn_rate' THEN lost_12
  END AS numerator,
  CASE figures.figure
    WHEN 'arpa' THEN subscribers
    WHEN 'nrr' THEN base
    WHEN 'grr' THEN base
    WHEN 'revenue_churn_rate' THEN mrr_opening
    WHEN 'subscriber_loss_rate' THEN opening_subscribers
    WHEN 'subscriber_churn_rate' THEN mean_subscribers
  END AS denominator,
  CASE WHEN figures.figure IN ('revenue_churn_rate', 'subscriber_loss_rate') THEN opening_subscribers
    ELSE subscribers END AS n
FROM filled
JOIN (
  VALUES ('mrr', 0), ('mrr_opening', 0), ('mrr_new', 0), ('mrr_reactivation', 0),
    ('mrr_expansion', 0), ('mrr_contraction', 0), ('mrr_churn', 0), ('mrr_fx', 0),
    ('subscribers', 0), ('arpa', 0), ('nrr', 13), ('grr', 13), ('revenue_churn_rate', 0),
    ('subscriber_loss_rate', 0), ('subscriber_churn_rate', 13)
) AS figures (figure, needed) ON filled.months_known >= figures.needed
