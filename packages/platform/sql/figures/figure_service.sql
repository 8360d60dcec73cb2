-- The family of service: contacts, their cost, and the time they took.
-- reads:  interactions, customer_profile, profile_cut, figure_member, figure_period
-- writes: figure, dimension, member, period_kind, period_start, numerator, denominator, n
-- Beside what the customer is, the dimensions channel and contact_kind say what the contact was.
WITH contact AS (
  SELECT
    coalesce(profile.profile_id, 0) AS profile_id,
    coalesce(interactions.channel, '') AS channel,
    coalesce(interactions.kind, '') AS kind,
    CAST(interactions.happened_at AS DATE) AS day,
    1 AS contacts,
    CASE WHEN interactions.duration_minutes IS NULL THEN 0 ELSE 1 END AS timed,
    interactions.duration_minutes AS minutes,
    CASE WHEN interactions.cost IS NULL THEN 0 ELSE 1 END AS costed,
    CAST(interactions.cost AS DOUBLE) AS cost
  FROM interactions
  LEFT JOIN customer_profile AS profile ON interactions.customer_id = profile.customer_id
  WHERE CAST(interactions.happened_at AS DATE) <= $as_of
),
by_member AS (
  SELECT member_of_each AS member_no, day, sum(contacts) AS contacts, sum(timed) AS timed,
    sum(minutes) AS minutes, sum(costed) AS costed, sum(cost) AS cost
  FROM contact JOIN profile_cut ON contact.profile_id = profile_cut.profile_id
  GROUP BY each_member(day)
),
by_day AS (
  SELECT dimension, member, day, contacts, timed, minutes, costed, cost
  FROM by_member JOIN figure_member ON by_member.member_no = figure_member.member_no
  UNION ALL
  SELECT 'channel', channel, day, sum(contacts), sum(timed), sum(minutes), sum(costed), sum(cost)
  FROM contact
  GROUP BY channel, day
  UNION ALL
  SELECT 'contact_kind', kind, day, sum(contacts), sum(timed), sum(minutes), sum(costed), sum(cost)
  FROM contact
  GROUP BY kind, day
),
cut AS (
  SELECT dimension, member, 'week' AS unit, CAST(date_trunc('week', day) AS DATE) AS unit_start,
    sum(contacts) AS contacts, sum(timed) AS timed, sum(minutes) AS minutes, sum(costed) AS costed,
    sum(cost) AS cost
  FROM by_day
  GROUP BY dimension, member, date_trunc('week', day)
  UNION ALL
  SELECT dimension, member, 'month', CAST(date_trunc('month', day) AS DATE), sum(contacts), sum(timed),
    sum(minutes), sum(costed), sum(cost)
  FROM by_day
  GROUP BY dimension, member, date_trunc('month', day)
),
counted AS (
  SELECT dimension, member, period.period_kind AS period_kind, period.period_start AS period_start,
    sum(contacts) AS contacts, sum(timed) AS timed, sum(minutes) AS minutes, sum(costed) AS costed,
    sum(cost) AS cost
  FROM cut
  JOIN figure_period AS period
    ON cut.unit = CASE WHEN period.period_kind = 'week' THEN 'week' ELSE 'month' END
    AND cut.unit_start BETWEEN period.unit_start AND period.period_end
  GROUP BY dimension, member, period.period_kind, period.period_start
)
SELECT
  figures.figure AS figure,
  dimension,
  member,
  period_kind,
  period_start,
  CASE figures.figure
    WHEN 'contacts' THEN contacts
    WHEN 'service_cost' THEN cost
    WHEN 'cost_per_contact' THEN cost
    WHEN 'handling_time' THEN minutes
  END AS numerator,
  CASE figures.figure WHEN 'cost_per_contact' THEN costed WHEN 'handling_time' THEN timed END
    AS denominator,
  CASE figures.figure
    WHEN 'handling_time' THEN timed
    WHEN 'contacts' THEN contacts
    ELSE costed
  END AS n
FROM counted
CROSS JOIN (
  VALUES ('contacts'), ('service_cost'), ('cost_per_contact'), ('handling_time')
) AS figures (figure)
