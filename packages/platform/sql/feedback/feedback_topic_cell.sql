-- How often customers speak of each topic, and how they score, by group and period.
-- reads:  feedback_mention, feedback_item, feedback_customer, figure_period
-- writes: one row a topic, group and period with answers on it: grouping_kind (all, segment,
--         value_class: where the customer is now), member, period_kind (month, quarter, year),
--         period_start, period_end, is_complete, topic, answers, told (answers of the group and period
--         on any topic), customers, nps and nps_n (mean of the scores from 0 to 10, and how many),
--         stars and stars_n (CSAT and reviews from 1 to 5), is_hidden (1: fewer than $smallest_group
--         customers)
-- An answer can speak of several topics, so topics do not add up to told.
WITH place AS (
  SELECT month.period_start AS month_start, period.period_kind AS period_kind,
    period.period_start AS period_start, period.period_end AS period_end,
    period.is_complete AS is_complete
  FROM figure_period AS month
  JOIN figure_period AS period
    ON month.period_kind = 'month' AND period.period_kind IN ('month', 'quarter', 'year')
    AND month.period_start BETWEEN period.period_start AND period.period_end
),
spoken AS (
  SELECT DISTINCT
    mention.topic AS topic,
    item.answer_no AS answer_no,
    item.customer_id AS customer_id,
    CAST(date_trunc('month', item.given_on) AS DATE) AS month_start,
    CASE WHEN item.kind = 'nps' AND item.score BETWEEN 0 AND 10 THEN item.score END AS nps,
    CASE WHEN item.kind IN ('csat', 'review') AND item.score BETWEEN 1 AND 5 THEN item.score END
      AS stars
  FROM feedback_mention AS mention
  JOIN feedback_item AS item ON mention.answer_no = item.answer_no
  WHERE mention.topic <> ''
),
grouped AS (
  SELECT 'all' AS grouping_kind, 'all' AS member, spoken.* FROM spoken
  UNION ALL
  SELECT 'segment', person.macro, spoken.*
  FROM spoken JOIN feedback_customer AS person ON spoken.customer_id = person.customer_id
  WHERE person.macro IS NOT NULL
  UNION ALL
  SELECT 'value_class', person.value_class, spoken.*
  FROM spoken JOIN feedback_customer AS person ON spoken.customer_id = person.customer_id
  WHERE person.value_class IS NOT NULL
),
placed AS (
  SELECT grouping_kind, member, period_kind, period_start, period_end, is_complete, topic,
    answer_no, customer_id, nps, stars
  FROM grouped JOIN place ON grouped.month_start = place.month_start
),
heard AS (
  SELECT grouping_kind, member, period_kind, period_start, count(DISTINCT answer_no) AS told
  FROM placed
  GROUP BY grouping_kind, member, period_kind, period_start
),
counted AS (
  SELECT grouping_kind, member, period_kind, period_start, period_end, is_complete, topic,
    count(*) AS answers, count(DISTINCT customer_id) AS customers,
    avg(nps) AS nps, count(nps) AS nps_n, avg(stars) AS stars, count(stars) AS stars_n
  FROM placed
  GROUP BY grouping_kind, member, period_kind, period_start, period_end, is_complete, topic
)
SELECT
  counted.grouping_kind AS grouping_kind,
  counted.member AS member,
  counted.period_kind AS period_kind,
  counted.period_start AS period_start,
  counted.period_end AS period_end,
  counted.is_complete AS is_complete,
  counted.topic AS topic,
  CAST(counted.answers AS DOUBLE) AS answers,
  CAST(heard.told AS DOUBLE) AS told,
  CAST(counted.customers AS DOUBLE) AS customers,
  CAST(counted.nps AS DOUBLE) AS nps,
  CAST(counted.nps_n AS DOUBLE) AS nps_n,
  CAST(counted.stars AS DOUBLE) AS stars,
  CAST(counted.stars_n AS DOUBLE) AS stars_n,
  CAST(CASE WHEN counted.customers < $smallest_group THEN 1 ELSE 0 END AS INTEGER) AS is_hidden
FROM counted
JOIN heard
  ON counted.grouping_kind = heard.grouping_kind AND counted.member = heard.member
  AND counted.period_kind = heard.period_kind AND counted.period_start = heard.period_start
ORDER BY counted.grouping_kind, counted.period_kind, counted.period_start, counted.member,
  counted.topic
