-- Rows of imported files that were refused.
-- reads:  rejects, imports
SELECT CAST(count(*) AS DOUBLE) AS rejected,
  (SELECT CAST(coalesce(sum(rows_read), 0) AS DOUBLE) FROM imports WHERE undone_at IS NULL) AS read
FROM rejects
WHERE import_id IN (SELECT import_id FROM imports WHERE undone_at IS NULL)
