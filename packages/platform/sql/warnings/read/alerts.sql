-- Warnings, those with the most at stake first.
-- reads:  warning
-- writes: one row a customer and kind; all customers where $only_alerts is 0
-- NULL in $kind, $customer or $limit bounds nothing.
SELECT *
FROM warning
WHERE (CAST($kind AS VARCHAR) IS NULL OR kind = CAST($kind AS VARCHAR))
  AND (CAST($customer AS VARCHAR) IS NULL OR customer_id = CAST($customer AS VARCHAR))
  AND (CAST($only_alerts AS INTEGER) = 0 OR is_alert = 1)
  AND rank_place > CAST($after AS INTEGER)
  AND (CAST($limit AS INTEGER) IS NULL OR rank_place <= CAST($limit AS INTEGER))
ORDER BY kind DESC, rank_place
