-- Customer numbers that two sources use for what may be two people: both know an e-mail, phone or
-- card of theirs, of the same kind, and share none.
-- reads:  identity_key
-- writes: customer_id, source, other_source
SELECT pairs.customer_id AS customer_id, pairs.source AS source, pairs.other_source AS other_source
FROM (
  SELECT DISTINCT one.customer_id AS customer_id, one.source AS source, other.source AS other_source
  FROM identity_key AS one
  JOIN identity_key AS other
    ON one.customer_id = other.customer_id AND one.kind = other.kind AND one.source < other.source
  WHERE one.kind IN ('email', 'phone', 'loyalty_card')
) AS pairs
LEFT JOIN (
  SELECT DISTINCT one.customer_id AS customer_id, one.source AS source, other.source AS other_source
  FROM identity_key AS one
  JOIN identity_key AS other
    ON one.customer_id = other.customer_id AND one.kind = other.kind AND one.mark = other.mark
    AND one.source < other.source
  WHERE one.kind IN ('email', 'phone', 'loyalty_card')
) AS agreed
  ON pairs.customer_id = agreed.customer_id AND pairs.source = agreed.source
  AND pairs.other_source = agreed.other_source
WHERE agreed.customer_id IS NULL
ORDER BY pairs.customer_id, pairs.source, pairs.other_source
