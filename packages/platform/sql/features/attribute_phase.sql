-- Each value of an attribute with the days it held: until the next one of the same attribute.
-- reads:  customer_attributes, imports
-- writes: customer_id, attribute, value, valid_from, valid_until
-- Where two imports state a value from the same day on, the earlier one held until the import of the
-- later one, unless a newer value holds by then. Within an import the last line wins. $constant is a
-- list of attributes, each between bars: they never change, so what the first import says has held
-- since the beginning.
WITH stated AS (
  SELECT
    customer_id,
    attribute,
    value,
    CASE WHEN $constant LIKE concat('%|', attribute, '|%') THEN DATE '0001-01-01' ELSE valid_from END
      AS stated_from,
    customer_attributes.import_id AS import_id,
    line,
    coalesce(CAST(imports.imported_at AS DATE), valid_from) AS imported_on
  FROM customer_attributes
  LEFT JOIN imports ON customer_attributes.import_id = imports.import_id
  WHERE customer_id IS NOT NULL AND attribute IS NOT NULL AND valid_from IS NOT NULL
),
compared AS (
  SELECT
    stated.*,
    min(import_id) OVER (PARTITION BY customer_id, attribute, stated_from) AS first_import,
    min(stated_from) OVER (
      PARTITION BY customer_id, attribute
      ORDER BY stated_from RANGE BETWEEN INTERVAL '1' DAY FOLLOWING AND UNBOUNDED FOLLOWING
    ) AS next_from
  FROM stated
),
dated AS (
  SELECT
    compared.*,
    CASE WHEN import_id = first_import THEN stated_from ELSE greatest(stated_from, imported_on) END
      AS held_from
  FROM compared
),
ranked AS (
  SELECT
    dated.*,
    row_number() OVER (
      PARTITION BY customer_id, attribute, held_from
      ORDER BY stated_from DESC, import_id DESC, line DESC
    ) AS newest
  FROM dated
  WHERE next_from IS NULL OR held_from < next_from
)
SELECT
  customer_id,
  attribute,
  value,
  held_from AS valid_from,
  lead(held_from, 1, DATE '9999-12-31') OVER (PARTITION BY customer_id, attribute ORDER BY held_from)
    AS valid_until
FROM ranked
WHERE newest = 1
ORDER BY customer_id, attribute, held_from
