-- What a customer said, the latest first, and which of it is an open case.
-- reads:  feedback, interactions
-- writes: feedback_id, given_at, kind, score, comment, channel, order_id,
--         is_case (1 for NPS up to $nps_at_most, CSAT and reviews up to $score_at_most), closed_at (NULL while it is open)
-- A case is closed by the first later interaction with an outcome that settles things; visits,
-- newsletters and answers that settle nothing leave it open.
SELECT
  said.feedback_id AS feedback_id,
  said.given_at AS given_at,
  said.kind AS kind,
  said.score AS score,
  said.comment AS comment,
  said.channel AS channel,
  said.order_id AS order_id,
  said.is_case AS is_case,
  CASE WHEN said.is_case = 1 THEN min(settled.happened_at) END AS closed_at
FROM (
  SELECT
    import_id, line, feedback_id, given_at, kind, score, comment, channel, order_id,
    CAST(CASE
      WHEN kind = 'nps' AND score <= $nps_at_most THEN 1
      WHEN kind IN ('csat', 'review') AND score <= $score_at_most THEN 1
      ELSE 0
    END AS INTEGER) AS is_case
  FROM feedback
  WHERE customer_id = $customer_id AND given_at IS NOT NULL
) AS said
LEFT JOIN (
  SELECT happened_at FROM interactions
  WHERE customer_id = $customer_id
    AND strpos($closing, '|' || lower(trim(outcome)) || '|') > 0
) AS settled ON settled.happened_at > said.given_at
GROUP BY said.import_id, said.line, said.feedback_id, said.given_at, said.kind, said.score,
  said.comment, said.channel, said.order_id, said.is_case
ORDER BY said.given_at DESC, said.import_id DESC, said.line DESC
LIMIT 200
