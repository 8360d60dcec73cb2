-- A customer's consents as they stand: the last decision on each purpose and channel.
-- reads:  consents
-- writes: purpose, channel, granted (1, 0), decided_at, basis, decided_for (whose number gave it),
--         refused_at (the last refusal under any number of the person)
-- A grant counts only where the person gave it under the canonical number itself. A refusal counts under any of the
-- person's numbers, if it is later: consent is not passed on by a merge, an objection is.
SELECT
  own.purpose AS purpose,
  own.channel AS channel,
  CAST(CASE
    WHEN own.granted AND (refused.refused_at IS NULL OR refused.refused_at < own.decided_at) THEN 1
    ELSE 0
  END AS INTEGER) AS granted,
  own.decided_at AS decided_at,
  own.basis AS basis,
  refused.refused_at AS refused_at
FROM (
  SELECT
    coalesce(purpose, '') AS purpose, coalesce(channel, '') AS channel, granted, decided_at, basis,
    row_number() OVER (
      PARTITION BY coalesce(purpose, ''), coalesce(channel, '')
      ORDER BY decided_at DESC, import_id DESC, line DESC
    ) AS place
  FROM consents
  WHERE customer_id = $own AND decided_at IS NOT NULL AND granted IS NOT NULL
) AS own
LEFT JOIN (
  SELECT
    coalesce(purpose, '') AS purpose, coalesce(channel, '') AS channel,
    max(decided_at) AS refused_at
  FROM consents
  WHERE customer_id = $customer_id AND NOT granted
  GROUP BY coalesce(purpose, ''), coalesce(channel, '')
) AS refused ON own.purpose = refused.purpose AND own.channel = refused.channel
WHERE own.place = 1
ORDER BY own.purpose, own.channel
