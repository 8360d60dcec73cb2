-- What the wanted aliases change: numbers that are no longer read as another one, and new ones.
-- reads:  customer_alias, identity_wanted, identity_log
-- writes: the columns of identity_log, released before merged
SELECT
  CAST((SELECT coalesce(max(entry), 0) FROM identity_log)
    + row_number() OVER (ORDER BY action DESC, customer_id, source) AS INTEGER) AS entry,
  CAST(current_timestamp AS TIMESTAMP) AS happened_at,
  action,
  customer_id,
  canonical_id AS other_id,
  reason,
  decided_by
FROM (
  SELECT
    CAST('released' AS VARCHAR) AS action,
    was.customer_id AS customer_id, was.source AS source, was.canonical_id AS canonical_id,
    was.reason AS reason, was.decided_by AS decided_by
  FROM customer_alias AS was
  LEFT JOIN identity_wanted AS wanted
    ON was.customer_id = wanted.customer_id AND was.source = wanted.source
    AND was.canonical_id = wanted.canonical_id
  WHERE wanted.customer_id IS NULL
  UNION ALL
  SELECT
    'merged', wanted.customer_id, wanted.source, wanted.canonical_id, wanted.reason,
    wanted.decided_by
  FROM identity_wanted AS wanted
  LEFT JOIN customer_alias AS was
    ON was.customer_id = wanted.customer_id AND was.source = wanted.source
    AND was.canonical_id = wanted.canonical_id
  WHERE was.customer_id IS NULL
) AS changes
