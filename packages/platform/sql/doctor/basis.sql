-- Imports of systems that do not say whether amounts are net or gross, and nobody else did.
-- reads:  imports
SELECT
  CAST(coalesce(sum(rows_added + rows_superseded), 0) AS DOUBLE) AS basis_assumed,
  CAST(min(source) AS VARCHAR) AS basis_assumed_source,
  CAST(count(DISTINCT source) AS DOUBLE) AS basis_assumed_sources
FROM imports
WHERE basis_assumed AND undone_at IS NULL
