-- What the order lines are like, counted.
-- reads:  orders, return_link
SELECT
  CAST(count(*) AS DOUBLE) AS lines,
  CAST(sum(CASE WHEN customer_id IS NULL THEN 1 ELSE 0 END) AS DOUBLE) AS without_customer,
  CAST(sum(CASE WHEN customer_id IS NULL THEN amount END) AS DOUBLE) AS without_customer_amount,
  CAST(sum(CASE WHEN amount IS NULL THEN 1 ELSE 0 END) AS DOUBLE) AS without_amount,
  CAST(sum(CASE WHEN amount < 0 THEN 1 ELSE 0 END) AS DOUBLE) AS negative,
  CAST(sum(CASE WHEN amount < 0 THEN amount END) AS DOUBLE) AS negative_amount,
  CAST(sum(CASE WHEN amount < 0 AND return_link.counted_on IS NOT NULL THEN 1 ELSE 0 END) AS DOUBLE)
    AS linked,
  CAST(sum(CASE WHEN return_link.counted_on IS NOT NULL THEN amount END) AS DOUBLE) AS linked_amount,
  CAST(sum(CASE WHEN amount < 0 AND customer_id IS NOT NULL AND return_link.counted_on IS NULL
    THEN 1 ELSE 0 END) AS DOUBLE) AS unlinked,
  CAST(sum(CASE WHEN amount < 0 AND customer_id IS NOT NULL AND return_link.counted_on IS NULL
    THEN amount END) AS DOUBLE) AS unlinked_amount,
  CAST(sum(CASE WHEN amount = 0 THEN 1 ELSE 0 END) AS DOUBLE) AS zero,
  CAST(sum(CASE WHEN quantity < 0 THEN 1 ELSE 0 END) AS DOUBLE) AS negative_quantity,
  CAST(sum(CASE WHEN CAST(ordered_at AS DATE) > $as_of THEN 1 ELSE 0 END) AS DOUBLE) AS future,
  CAST(sum(CASE WHEN currency <> $currency THEN 1 ELSE 0 END) AS DOUBLE) AS other_currency,
  CAST(sum(CASE WHEN cost IS NULL THEN 1 ELSE 0 END) AS DOUBLE) AS without_cost,
  CAST(max(amount) AS DOUBLE) AS largest,
  CAST(sum(CASE WHEN amount > 0 THEN amount END) AS DOUBLE) AS positive_amount,
  min(CAST(ordered_at AS DATE)) AS first_day,
  max(CAST(ordered_at AS DATE)) AS last_day
FROM orders LEFT JOIN return_link
  ON orders.import_id = return_link.import_id AND orders.line = return_link.line
