-- Every answer of customers, numbered in the order of time.
-- reads:  feedback
-- writes: answer_no, answer_key (the same for the same answer, however often it is imported; an
--         answer without a number of its own is known by customer, time, kind and score), its columns
SELECT
  CAST(row_number() OVER (ORDER BY given_at, import_id, line) AS DOUBLE) AS answer_no,
  CASE
    WHEN feedback_id IS NOT NULL THEN concat(coalesce(kind, 'text'), ':', feedback_id)
    ELSE concat(coalesce(kind, 'text'), '@', coalesce(customer_id, ''), '@',
      substr(CAST(given_at AS VARCHAR), 1, 16), '@', coalesce(CAST(score AS VARCHAR), ''))
  END AS answer_key,
  feedback_id,
  customer_id,
  given_at,
  kind,
  score,
  nullif(trim(comment), '') AS comment,
  channel,
  interaction_id,
  order_id
FROM feedback
WHERE given_at IS NOT NULL
ORDER BY given_at, import_id, line
