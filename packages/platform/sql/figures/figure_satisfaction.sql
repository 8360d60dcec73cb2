-- The family of satisfaction: one row a figure, period and member with answers.
-- reads:  feedback, customer_profile, profile_cut, figure_member, figure_period
-- writes: figure, dimension, member, period_kind, period_start, numerator, denominator, n, low, high
-- Every answer counts once, one without a day in the whole history only; scores outside their scale
-- do not count. 95 % intervals:
--   nps         adjusted Wald: 3/4 promoter, 3/4 detractor and 3/2 passives more
--               (Rocks 2016, The American Statistician 70:4)
--   csat, promoter_share, detractor_share   Wilson's score interval
--   csat_score, review_score   mean +/- 1.96 standard errors; none for one answer
WITH answer AS (
  SELECT
    feedback.kind AS kind,
    coalesce(profile.profile_id, 0) AS profile_id,
    coalesce(feedback.channel, '') AS channel,
    CAST(feedback.given_at AS DATE) AS day,
    feedback.score AS score
  FROM feedback
  LEFT JOIN customer_profile AS profile ON feedback.customer_id = profile.customer_id
  WHERE (feedback.given_at IS NULL OR CAST(feedback.given_at AS DATE) <= $as_of)
    AND ((feedback.kind = 'nps' AND feedback.score BETWEEN 0 AND 10)
      OR (feedback.kind IN ('csat', 'review') AND feedback.score BETWEEN 1 AND 5))
),
by_member AS (
  SELECT answer.kind AS kind, member_of_each AS member_no, day,
    CAST(count(*) AS DOUBLE) AS answers,
    CAST(sum(CASE WHEN (answer.kind = 'nps' AND score >= 9) OR (answer.kind = 'csat' AND score >= 4)
      THEN 1 ELSE 0 END) AS DOUBLE) AS good,
    CAST(sum(CASE WHEN answer.kind = 'nps' AND score <= 6 THEN 1 ELSE 0 END) AS DOUBLE) AS bad,
    sum(score) AS scores, sum(score * score) AS squares
  FROM answer JOIN profile_cut ON answer.profile_id = profile_cut.profile_id
  GROUP BY each_member(answer.kind, day)
),
by_day AS (
  SELECT kind, dimension, member, day, answers, good, bad, scores, squares
  FROM by_member JOIN figure_member ON by_member.member_no = figure_member.member_no
  UNION ALL
  SELECT answer.kind, 'channel', channel, day,
    CAST(count(*) AS DOUBLE) AS answers,
    CAST(sum(CASE WHEN (answer.kind = 'nps' AND score >= 9) OR (answer.kind = 'csat' AND score >= 4)
      THEN 1 ELSE 0 END) AS DOUBLE) AS good,
    CAST(sum(CASE WHEN answer.kind = 'nps' AND score <= 6 THEN 1 ELSE 0 END) AS DOUBLE) AS bad,
    sum(score) AS scores, sum(score * score) AS squares
  FROM answer
  WHERE (SELECT max(channel) FROM answer) <> ''
  GROUP BY answer.kind, channel, day
),
cut AS (
  SELECT kind, dimension, member, 'week' AS unit, CAST(date_trunc('week', day) AS DATE) AS unit_start,
    sum(answers) AS answers, sum(good) AS good, sum(bad) AS bad, sum(scores) AS scores,
    sum(squares) AS squares
  FROM by_day
  GROUP BY kind, dimension, member, date_trunc('week', day)
  UNION ALL
  SELECT kind, dimension, member, 'month', CAST(date_trunc('month', day) AS DATE), sum(answers),
    sum(good), sum(bad), sum(scores), sum(squares)
  FROM by_day
  GROUP BY kind, dimension, member, date_trunc('month', day)
),
placed AS (
  SELECT kind, dimension, member, period.period_kind AS period_kind,
    period.period_start AS period_start, answers, good, bad, scores, squares
  FROM cut
  JOIN figure_period AS period
    ON cut.unit = CASE WHEN period.period_kind = 'week' THEN 'week' ELSE 'month' END
    AND cut.unit_start BETWEEN period.unit_start AND period.period_end
  UNION ALL
  SELECT kind, dimension, member, period.period_kind, period.period_start, answers, good, bad,
    scores, squares
  FROM by_day
  CROSS JOIN figure_period AS period
  WHERE by_day.day IS NULL AND period.period_kind = 'total'
),
counted AS (
  SELECT kind, dimension, member, period_kind, period_start, sum(answers) AS answers,
    sum(good) AS good, sum(bad) AS bad, sum(scores) AS scores, sum(squares) AS squares
  FROM placed
  GROUP BY kind, dimension, member, period_kind, period_start
),
spread AS (
  SELECT
    counted.*,
    scores / answers AS mean,
    CASE WHEN answers > 1
      THEN sqrt(greatest(squares - scores * scores / answers, 0) / (answers - 1) / answers)
    END AS mean_error,
    answers + 3.8416 AS wilson_n,
    (good - bad) / (answers + 3) AS adjusted,
    sqrt(((good + bad + 1.5) / (answers + 3)
      - (good - bad) * (good - bad) / ((answers + 3) * (answers + 3))) / (answers + 3)) AS adjusted_error
  FROM counted
),
-- Every figure by one join: a cluster makes all that `spread` needs anew wherever it is named.
figured AS (
  SELECT asked.figure AS figure, spread.*,
    CASE WHEN asked.figure = 'detractor_share' THEN bad ELSE good END AS found
  FROM spread
  JOIN (
    SELECT 'nps' AS kind, 'nps' AS figure
    UNION ALL SELECT 'nps', 'promoter_share'
    UNION ALL SELECT 'nps', 'detractor_share'
    UNION ALL SELECT 'csat', 'csat'
    UNION ALL SELECT 'csat', 'csat_score'
    UNION ALL SELECT 'review', 'review_score'
  ) AS asked ON spread.kind = asked.kind
)
SELECT
  figure, dimension, member, period_kind, period_start,
  CASE
    WHEN figure = 'nps' THEN good - bad
    WHEN figure IN ('csat_score', 'review_score') THEN scores
    ELSE found
  END AS numerator,
  answers AS denominator,
  answers AS n,
  CASE
    WHEN figure = 'nps' THEN greatest(100 * (adjusted - 1.96 * adjusted_error), -100)
    WHEN figure IN ('csat_score', 'review_score')
      THEN CASE WHEN mean_error IS NOT NULL THEN greatest(mean - 1.96 * mean_error, 1) END
    ELSE greatest((found + 1.9208) / wilson_n
      - 1.96 * sqrt(found * (1 - found / answers) + 0.9604) / wilson_n, 0)
  END AS low,
  CASE
    WHEN figure = 'nps' THEN least(100 * (adjusted + 1.96 * adjusted_error), 100)
    WHEN figure IN ('csat_score', 'review_score')
      THEN CASE WHEN mean_error IS NOT NULL THEN least(mean + 1.96 * mean_error, 5) END
    ELSE least((found + 1.9208) / wilson_n
      + 1.96 * sqrt(found * (1 - found / answers) + 0.9604) / wilson_n, 1)
  END AS high
FROM figured
