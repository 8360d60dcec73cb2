-- By which marks a person can be known again, and where each comes from.
-- reads:  identifiers, imports
-- writes: kind, value, source, given_by (the customer number it came with)
SELECT DISTINCT
  identifiers.kind AS kind,
  identifiers.value AS value,
  coalesce(identifiers.source, origin.source) AS source,
  identifiers.customer_id AS given_by
FROM (SELECT * FROM identifiers WHERE customer_id = $customer_id) AS identifiers
LEFT JOIN (
  SELECT import_id, max(source) AS source FROM imports GROUP BY import_id
) AS origin ON identifiers.import_id = origin.import_id
ORDER BY kind, value, source, given_by
LIMIT 200
