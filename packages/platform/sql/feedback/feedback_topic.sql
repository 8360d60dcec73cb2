-- What customers speak of, ranked by what those are worth who speak badly of it.
-- reads:  feedback_topic_name, feedback_mention, feedback_item, feedback_customer
-- writes: one row a topic: topic, answers (all), answers_12m and answers_before (the twelve months
--         before the last answer, and those before them), customers (of the twelve months), negative
--         (answers), critics (customers with a negative one), worth (of the critics, each once),
--         at_stake, is_hidden (1: rests on too few persons), rank_place
-- A topic with fewer than $smallest_group customers is hidden; where there are critics, but fewer,
-- their number and what they are worth is.
WITH last_answer AS (SELECT max(given_on) AS last_on FROM feedback_item),
spoken AS (
  SELECT DISTINCT
    mention.topic AS topic,
    item.answer_no AS answer_no,
    item.customer_id AS customer_id,
    CASE WHEN item.sentiment = 'negative' THEN 1 ELSE 0 END AS is_negative,
    CASE
      WHEN date_diff('day', item.given_on, last_on) < 365 THEN 'now'
      WHEN date_diff('day', item.given_on, last_on) < 730 THEN 'before'
      ELSE 'earlier'
    END AS moment
  FROM feedback_mention AS mention
  JOIN feedback_item AS item ON mention.answer_no = item.answer_no
  CROSS JOIN last_answer
  WHERE mention.topic <> ''
),
counted AS (
  SELECT
    topic,
    count(*) AS answers,
    sum(CASE WHEN moment = 'now' THEN 1 ELSE 0 END) AS answers_12m,
    sum(CASE WHEN moment = 'before' THEN 1 ELSE 0 END) AS answers_before,
    sum(CASE WHEN moment = 'now' THEN is_negative ELSE 0 END) AS negative,
    count(DISTINCT CASE WHEN moment = 'now' THEN customer_id END) AS customers
  FROM spoken
  GROUP BY topic
),
critic AS (
  SELECT DISTINCT topic, customer_id FROM spoken
  WHERE is_negative = 1 AND moment = 'now' AND customer_id IS NOT NULL
),
weighed AS (
  SELECT
    critic.topic AS topic,
    count(*) AS critics,
    sum(CASE WHEN person.worth > 0 THEN person.worth ELSE 0 END) AS worth,
    sum(person.at_stake) AS at_stake
  FROM critic LEFT JOIN feedback_customer AS person ON critic.customer_id = person.customer_id
  GROUP BY critic.topic
),
masked AS (
  SELECT
    name.topic AS topic,
    coalesce(answers, 0) AS answers,
    coalesce(answers_12m, 0) AS answers_12m,
    coalesce(answers_before, 0) AS answers_before,
    coalesce(customers, 0) AS customers,
    coalesce(negative, 0) AS negative,
    coalesce(critics, 0) AS critics,
    coalesce(worth, 0) AS worth,
    at_stake,
    CASE WHEN customers < $smallest_group AND answers_12m > 0 THEN 1 ELSE 0 END AS is_hidden,
    CASE WHEN critics < $smallest_group THEN 1 ELSE 0 END AS is_few
  FROM feedback_topic_name AS name
  LEFT JOIN counted ON name.topic = counted.topic
  LEFT JOIN weighed ON name.topic = weighed.topic
)
SELECT
  topic,
  CAST(answers AS DOUBLE) AS answers,
  CAST(answers_12m AS DOUBLE) AS answers_12m,
  CAST(answers_before AS DOUBLE) AS answers_before,
  CAST(customers AS DOUBLE) AS customers,
  CASE WHEN is_few = 0 THEN CAST(negative AS DOUBLE) END AS negative,
  CASE WHEN is_few = 0 THEN CAST(critics AS DOUBLE) END AS critics,
  CASE WHEN is_few = 0 THEN CAST(worth AS DOUBLE) END AS worth,
  CASE WHEN is_few = 0 THEN CAST(at_stake AS DOUBLE) END AS at_stake,
  CAST(is_hidden AS INTEGER) AS is_hidden,
  CAST(row_number() OVER (
    ORDER BY is_hidden, CASE WHEN is_few = 0 THEN worth ELSE 0 END DESC, answers_12m DESC, topic
  ) AS INTEGER) AS rank_place
FROM masked
