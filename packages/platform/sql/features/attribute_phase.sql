-- Each value of an attribute with the days it held: until the next one of the same attribute.
-- reads:  customer_attributes, known_customer
-- writes: customer_id, attribute, value, valid_from, valid_until
-- A later import wins where two values begin on one day. $constant is a list of attributes, each
-- between bars: they never change, so what the first import says has held since the beginning.
SELECT
  customer_id,
  attribute,
  value,
  valid_from,
  lead(valid_from, 1, DATE '9999-12-31') OVER (PARTITION BY customer_id, attribute ORDER BY valid_from)
    AS valid_until
FROM (
  SELECT
    customer_id,
    attribute,
    value,
    CASE WHEN $constant LIKE concat('%|', attribute, '|%') THEN DATE '0001-01-01' ELSE valid_from END
      AS valid_from,
    row_number() OVER (
      PARTITION BY customer_id, attribute,
        CASE WHEN $constant LIKE concat('%|', attribute, '|%') THEN DATE '0001-01-01' ELSE valid_from END
      ORDER BY import_id DESC, line DESC
    ) AS newest
  FROM customer_attributes
  WHERE customer_id IS NOT NULL AND attribute IS NOT NULL AND valid_from IS NOT NULL
) AS numbered
WHERE newest = 1
ORDER BY customer_id, attribute, valid_from
