-- What each answer says, and the cases that bad ones open.
-- reads:  feedback_answer, feedback_mention, interactions
-- writes: answer_no, customer_id, given_on, kind, score, score_class (good, middling, bad, none),
--         sentiment (positive, neutral, negative, unknown), sentiment_from (score, words, nothing),
--         is_linked (1 where it is tied to an order or a contact), case_id (NULL where there is
--         none), due_on, settled_at, case_begins (open, solved, closed: until a person decides)
-- The score tells the mood; only where there is none its words do, and words of both moods, or of
-- none, tell nothing. A case is NPS up to $nps_at_most, CSAT and reviews up to $score_at_most; the
-- same answer twice is one. It begins solved where a later contact settled it ($closing), closed where it is
-- more than $open_days days older than the last answer, else open. Due $working_days working days later,
-- Monday to Friday: from a weekend counted as from its Friday.
WITH mood AS (
  SELECT
    answer_no,
    sum(CASE WHEN polarity > 0 THEN 1 ELSE 0 END) AS glad,
    sum(CASE WHEN polarity < 0 THEN 1 ELSE 0 END) AS unhappy
  FROM feedback_mention
  WHERE topic = ''
  GROUP BY answer_no
),
classed AS (
  SELECT
    answer.answer_no AS answer_no,
    answer.answer_key AS answer_key,
    answer.customer_id AS customer_id,
    answer.given_at AS given_at,
    CAST(answer.given_at AS DATE) AS given_on,
    answer.kind AS kind,
    answer.score AS score,
    CASE WHEN answer.order_id IS NULL AND answer.interaction_id IS NULL THEN 0 ELSE 1 END AS is_linked,
    CASE
      WHEN answer.kind = 'nps' AND answer.score >= 9 THEN 'good'
      WHEN answer.kind = 'nps' AND answer.score > 6 THEN 'middling'
      WHEN answer.kind = 'nps' AND answer.score >= 0 THEN 'bad'
      WHEN answer.kind IN ('csat', 'review') AND answer.score >= 3.5 THEN 'good'
      WHEN answer.kind IN ('csat', 'review') AND answer.score > 2 THEN 'middling'
      WHEN answer.kind IN ('csat', 'review') AND answer.score >= 1 THEN 'bad'
      ELSE 'none'
    END AS score_class,
    CASE
      WHEN answer.kind = 'nps' AND answer.score <= $nps_at_most THEN 1
      WHEN answer.kind IN ('csat', 'review') AND answer.score <= $score_at_most THEN 1
      ELSE 0
    END AS is_bad,
    row_number() OVER (PARTITION BY answer.answer_key ORDER BY answer.answer_no) AS place,
    max(answer.given_at) OVER () AS last_at,
    coalesce(mood.glad, 0) AS glad,
    coalesce(mood.unhappy, 0) AS unhappy
  FROM feedback_answer AS answer LEFT JOIN mood ON answer.answer_no = mood.answer_no
),
settled AS (
  SELECT classed.answer_no AS answer_no, min(contact.happened_at) AS settled_at
  FROM classed
  JOIN interactions AS contact
    ON classed.customer_id = contact.customer_id AND contact.happened_at > classed.given_at
  WHERE classed.is_bad = 1 AND classed.place = 1
    AND strpos($closing, concat('|', lower(trim(contact.outcome)), '|')) > 0
  GROUP BY classed.answer_no
),
-- Monday is 0; 1900 began with one.
dated AS (
  SELECT
    classed.*,
    CASE WHEN is_bad = 1 AND place = 1 THEN 1 ELSE 0 END AS is_case,
    mod(date_diff('day', DATE '1900-01-01', given_on), 7) AS weekday
  FROM classed
),
counted AS (
  SELECT
    dated.*,
    CASE WHEN weekday > 4 THEN 4 - weekday ELSE 0 END AS back,
    CASE WHEN weekday > 4 THEN 4 ELSE weekday END AS working_day
  FROM dated
)
SELECT
  counted.answer_no AS answer_no,
  customer_id,
  given_on,
  kind,
  score,
  score_class,
  CASE score_class
    WHEN 'good' THEN 'positive'
    WHEN 'middling' THEN 'neutral'
    WHEN 'bad' THEN 'negative'
    ELSE CASE
      WHEN glad > 0 AND unhappy = 0 THEN 'positive'
      WHEN unhappy > 0 AND glad = 0 THEN 'negative'
      ELSE 'unknown'
    END
  END AS sentiment,
  CASE
    WHEN score_class <> 'none' THEN 'score'
    WHEN (glad > 0 AND unhappy = 0) OR (unhappy > 0 AND glad = 0) THEN 'words'
    ELSE 'nothing'
  END AS sentiment_from,
  is_linked,
  CASE WHEN is_case = 1 THEN answer_key END AS case_id,
  CASE WHEN is_case = 1 THEN CAST(given_on + INTERVAL '1' DAY * CAST(
    back + $working_days + 2 * floor((working_day + $working_days) / 5e0) AS BIGINT) AS DATE)
  END AS due_on,
  CASE WHEN is_case = 1 THEN settled.settled_at END AS settled_at,
  CASE
    WHEN is_case = 0 THEN NULL
    WHEN settled.settled_at IS NOT NULL THEN 'solved'
    WHEN date_diff('day', given_on, CAST(last_at AS DATE)) > $open_days THEN 'closed'
    ELSE 'open'
  END AS case_begins
FROM counted LEFT JOIN settled ON counted.answer_no = settled.answer_no
ORDER BY counted.answer_no
