-- How much has been imported, and when last.
-- reads: orders, subscriptions, imports
SELECT
  (SELECT CAST(COUNT(*) AS DOUBLE) FROM orders) AS order_lines,
  (SELECT CAST(COUNT(amount) AS DOUBLE) FROM orders)
    + (SELECT CAST(COUNT(monthly_fee) AS DOUBLE) FROM subscriptions) AS amounts,
  (SELECT MAX(COALESCE(undone_at, imported_at)) FROM imports) AS imported_at
