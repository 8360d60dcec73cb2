-- The wanted aliases, each with the moment since when it holds.
-- reads:  customer_alias, identity_wanted
-- writes: the columns of customer_alias
SELECT
  wanted.customer_id AS customer_id,
  wanted.source AS source,
  wanted.canonical_id AS canonical_id,
  coalesce(was.since, CAST(current_timestamp AS TIMESTAMP)) AS since,
  wanted.reason AS reason,
  wanted.decided_by AS decided_by
FROM identity_wanted AS wanted
LEFT JOIN customer_alias AS was
  ON was.customer_id = wanted.customer_id AND was.source = wanted.source
  AND was.canonical_id = wanted.canonical_id
