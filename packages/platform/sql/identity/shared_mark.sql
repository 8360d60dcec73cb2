-- The strong marks that more than one customer number has, with those numbers.
-- reads:  identity_key
-- writes: kind, mark, customer_id, place (of the number, by when it was first seen), sharers
SELECT
  keys.kind AS kind,
  keys.mark AS mark,
  keys.customer_id AS customer_id,
  CAST(seen.place AS DOUBLE) AS place,
  CAST(shared.sharers AS DOUBLE) AS sharers
FROM (
  SELECT DISTINCT kind, mark, customer_id FROM identity_key WHERE strength = 'strong'
) AS keys
JOIN (
  SELECT kind, mark, count(DISTINCT customer_id) AS sharers
  FROM identity_key WHERE strength = 'strong'
  GROUP BY kind, mark
  HAVING count(DISTINCT customer_id) > 1
) AS shared ON keys.kind = shared.kind AND keys.mark = shared.mark
JOIN (
  SELECT customer_id, row_number() OVER (ORDER BY min(import_id), min(line), customer_id) AS place
  FROM identity_key GROUP BY customer_id
) AS seen ON keys.customer_id = seen.customer_id
ORDER BY keys.kind, keys.mark, seen.place
