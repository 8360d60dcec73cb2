-- How much has been imported, and when last.
-- reads: orders, subscriptions, imports
-- writes: one row: order_lines, amounts (that are known), imports (that hold), imported_at (last change)
SELECT
  (SELECT CAST(COUNT(*) AS DOUBLE) FROM orders) AS order_lines,
  (SELECT CAST(COUNT(amount) AS DOUBLE) FROM orders)
    + (SELECT CAST(COUNT(monthly_fee) AS DOUBLE) FROM subscriptions) AS amounts,
  (SELECT CAST(COUNT(*) AS DOUBLE) FROM imports WHERE undone_at IS NULL) AS imports,
  (SELECT MAX(COALESCE(undone_at, imported_at)) FROM imports) AS imported_at
