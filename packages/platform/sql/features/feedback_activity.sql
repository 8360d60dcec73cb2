-- Answers per customer in one month.
-- reads:  feedback from $month to $next_month
-- writes: customer_id, activity_month, answers, and for nps, csat and review: their number, sum,
--         last score and its time
SELECT
  customer_id,
  CAST($month AS DATE) AS activity_month,
  CAST(count(*) AS DOUBLE) AS answers,
  CAST(sum(CASE WHEN kind = 'nps' THEN 1 ELSE 0 END) AS DOUBLE) AS nps_answers,
  CAST(sum(CASE WHEN kind = 'nps' THEN score ELSE 0 END) AS DOUBLE) AS nps_sum,
  max_by(CASE WHEN kind = 'nps' THEN score END, CASE WHEN kind = 'nps' THEN given_at END) AS nps_last,
  max(CASE WHEN kind = 'nps' THEN given_at END) AS nps_at,
  CAST(sum(CASE WHEN kind = 'csat' THEN 1 ELSE 0 END) AS DOUBLE) AS csat_answers,
  CAST(sum(CASE WHEN kind = 'csat' THEN score ELSE 0 END) AS DOUBLE) AS csat_sum,
  max_by(CASE WHEN kind = 'csat' THEN score END, CASE WHEN kind = 'csat' THEN given_at END) AS csat_last,
  max(CASE WHEN kind = 'csat' THEN given_at END) AS csat_at,
  CAST(sum(CASE WHEN kind = 'review' THEN 1 ELSE 0 END) AS DOUBLE) AS review_answers,
  CAST(sum(CASE WHEN kind = 'review' THEN score ELSE 0 END) AS DOUBLE) AS review_sum,
  CAST(max(given_at) AS DATE) AS last_day
FROM feedback
WHERE customer_id IS NOT NULL
  AND given_at >= CAST($month AS DATE) AND given_at < CAST($next_month AS DATE) AND score IS NOT NULL
GROUP BY customer_id
ORDER BY customer_id
