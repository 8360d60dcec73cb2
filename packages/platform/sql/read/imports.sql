-- Every import that took effect, the latest first.
-- reads: imports
SELECT
  import_id,
  target AS "table",
  source,
  file,
  imported_at,
  undone_at,
  CAST(rows_read AS DOUBLE) AS read,
  CAST(rows_added AS DOUBLE) AS added,
  CAST(rows_known AS DOUBLE) AS known,
  CAST(rows_superseded AS DOUBLE) AS superseded,
  CAST(rows_rejected AS DOUBLE) AS rejected
FROM imports
ORDER BY import_id DESC
