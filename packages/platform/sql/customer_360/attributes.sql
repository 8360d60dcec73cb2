-- The further attributes of a customer as they are known last.
-- reads:  customer_attributes
-- writes: attribute, value, valid_from, by name
SELECT attribute, value, valid_from
FROM (
  SELECT
    attribute, value, valid_from,
    row_number() OVER (PARTITION BY attribute ORDER BY valid_from DESC, import_id DESC, line DESC)
      AS place
  FROM customer_attributes
  WHERE customer_id = $customer_id
) AS numbered
WHERE place = 1 AND value IS NOT NULL
ORDER BY attribute
