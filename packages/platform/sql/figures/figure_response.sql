-- How long customers wait: for the first answer, and until a contact is settled.
-- reads:  interactions, figure_period
-- writes: figure, dimension, member, period_kind, period_start, numerator (the median in minutes),
--         denominator (none), n
-- A wait counts in the period in which it ended, so that a period that is over stays as it is. The
-- median is found in a histogram: to the minute within a day, to the quarter of an hour beyond. It is
-- the mean of the two middle waits where their number is even. Times before the contact are left out.
WITH wait AS (
  SELECT figure, channel, contact_kind, ended_on,
    CASE WHEN minutes < 1440 THEN round(minutes) ELSE round(minutes / 15) * 15 END AS minutes
  FROM (
    SELECT
      'first_response_time' AS figure,
      coalesce(channel, '') AS channel,
      coalesce(kind, '') AS contact_kind,
      CAST(happened_at + INTERVAL '1' SECOND * CAST(round(first_response_minutes * 60) AS BIGINT) AS DATE)
        AS ended_on,
      first_response_minutes AS minutes
    FROM interactions
    WHERE first_response_minutes >= 0 AND happened_at IS NOT NULL
    UNION ALL
    SELECT 'resolution_time', coalesce(channel, ''), coalesce(kind, ''), CAST(resolved_at AS DATE),
      date_diff('second', happened_at, resolved_at) / 60.0
    FROM interactions
    WHERE resolved_at >= happened_at
  ) AS timed
  WHERE ended_on <= $as_of
),
by_day AS (
  SELECT figure, channel, contact_kind, ended_on, minutes, count(*) AS waits
  FROM wait
  GROUP BY figure, channel, contact_kind, ended_on, minutes
),
cut AS (
  SELECT figure, 'all' AS dimension, 'all' AS member, ended_on, minutes, sum(waits) AS waits
  FROM by_day GROUP BY figure, ended_on, minutes
  UNION ALL
  SELECT figure, 'channel', channel, ended_on, minutes, sum(waits)
  FROM by_day GROUP BY figure, channel, ended_on, minutes
  UNION ALL
  SELECT figure, 'contact_kind', contact_kind, ended_on, minutes, sum(waits)
  FROM by_day GROUP BY figure, contact_kind, ended_on, minutes
),
by_unit AS (
  SELECT figure, dimension, member, minutes, 'week' AS unit,
    CAST(date_trunc('week', ended_on) AS DATE) AS unit_start, sum(waits) AS waits
  FROM cut
  GROUP BY figure, dimension, member, minutes, CAST(date_trunc('week', ended_on) AS DATE)
  UNION ALL
  SELECT figure, dimension, member, minutes, 'month',
    CAST(date_trunc('month', ended_on) AS DATE), sum(waits)
  FROM cut
  GROUP BY figure, dimension, member, minutes, CAST(date_trunc('month', ended_on) AS DATE)
),
histogram AS (
  SELECT figure, dimension, member, period.period_kind AS period_kind,
    period.period_start AS period_start, minutes, sum(waits) AS waits
  FROM by_unit
  JOIN figure_period AS period
    ON by_unit.unit = CASE WHEN period.period_kind = 'week' THEN 'week' ELSE 'month' END
    AND by_unit.unit_start BETWEEN period.unit_start AND period.period_end
  GROUP BY figure, dimension, member, period.period_kind, period.period_start, minutes
),
summed AS (
  SELECT
    histogram.*,
    sum(waits) OVER (
      PARTITION BY figure, dimension, member, period_kind, period_start ORDER BY minutes
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS so_far,
    sum(waits) OVER (PARTITION BY figure, dimension, member, period_kind, period_start) AS all_waits
  FROM histogram
)
SELECT
  figure,
  dimension,
  member,
  period_kind,
  period_start,
  CAST((min(CASE WHEN 2 * so_far >= all_waits THEN minutes END)
    + min(CASE WHEN 2 * so_far > all_waits THEN minutes END)) / 2 AS DOUBLE) AS numerator,
  CAST(NULL AS DOUBLE) AS denominator,
  CAST(max(all_waits) AS DOUBLE) AS n
FROM summed
GROUP BY figure, dimension, member, period_kind, period_start
