-- First answers and settled contacts per customer, by the month in which they came.
-- reads:  interactions
-- writes: customer_id, activity_month, answered, answer_minutes, resolved, resolution_minutes
-- A contact of January that is settled in March counts in March: in January nobody knew. Times that
-- lie before the contact are faults of the source and are left out.
SELECT
  customer_id,
  CAST(date_trunc('month', known_at) AS DATE) AS activity_month,
  CAST(sum(answered) AS DOUBLE) AS answered,
  CAST(round(sum(CASE WHEN answered = 1 THEN minutes ELSE 0 END), 4) AS DOUBLE) AS answer_minutes,
  CAST(sum(1 - answered) AS DOUBLE) AS resolved,
  CAST(round(sum(CASE WHEN answered = 0 THEN minutes ELSE 0 END), 4) AS DOUBLE)
    AS resolution_minutes
FROM (
  SELECT
    customer_id,
    1 AS answered,
    first_response_minutes AS minutes,
    happened_at + INTERVAL '1' SECOND * CAST(round(first_response_minutes * 60) AS BIGINT) AS known_at
  FROM interactions
  WHERE first_response_minutes >= 0
  UNION ALL
  SELECT customer_id, 0, date_diff('second', happened_at, resolved_at) / 60.0, resolved_at
  FROM interactions
  WHERE resolved_at >= happened_at
) AS told
WHERE customer_id IS NOT NULL AND known_at IS NOT NULL
GROUP BY customer_id, CAST(date_trunc('month', known_at) AS DATE)
ORDER BY customer_id, activity_month
