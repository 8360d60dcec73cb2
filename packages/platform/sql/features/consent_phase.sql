-- Each decision on consent with the days it held: until the next one on the same purpose and channel.
-- reads:  consents
-- writes: customer_id, granted (1 or 0), valid_from, valid_until
SELECT
  customer_id,
  CASE WHEN granted THEN 1 ELSE 0 END AS granted,
  CAST(decided_at AS DATE) AS valid_from,
  CAST(lead(decided_at, 1, TIMESTAMP '9999-12-31 00:00:00') OVER (
    PARTITION BY customer_id, coalesce(purpose, ''), coalesce(channel, '')
    ORDER BY decided_at, import_id, line
  ) AS DATE) AS valid_until
FROM consents
WHERE customer_id IS NOT NULL AND decided_at IS NOT NULL AND granted IS NOT NULL
ORDER BY customer_id, valid_from
