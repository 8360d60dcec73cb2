-- How much has been imported, and when last.
-- reads: orders, imports
SELECT
  (SELECT CAST(COUNT(*) AS DOUBLE) FROM orders) AS order_lines,
  (SELECT CAST(COUNT(amount) AS DOUBLE) FROM orders) AS amounts,
  (SELECT MAX(COALESCE(undone_at, imported_at)) FROM imports) AS imported_at
