-- The marks by which customers are known, in one form, so that equal marks are equal texts.
-- reads:  identifiers, customer_attributes, customers, imports, identity_log
-- writes: customer_id (of a source that was parted: source:number), source, kind, mark,
--         strength (strong marks merge, weak ones never do), import_id, line (first seen)
-- E-mail: trimmed, lower case; dots and tags stay, for only its own host knows what they mean.
-- Phone: E.164; 00 is +, a trunk 0 gives way to the country of the customer or $dial_code. Without
-- country code or trunk 0 nobody knows where it rings: no mark. Cards and numbers: digits and
-- letters. A customer number says something within its own source only, so that is part of it.
WITH told AS (
  SELECT
    import_id, line, customer_id, source,
    CASE
      WHEN lower(kind) IN ('email', 'e-mail', 'e_mail', 'mail') THEN 'email'
      WHEN lower(kind) IN ('phone', 'telephone', 'mobile', 'telefon', 'mobil') THEN 'phone'
      ELSE lower(kind)
    END AS kind,
    trim(value) AS value
  FROM identifiers
  UNION ALL
  SELECT
    import_id, line, customer_id, CAST(NULL AS VARCHAR),
    CASE
      WHEN lower(attribute) IN ('email', 'e-mail', 'e_mail', 'mail') THEN 'email'
      WHEN lower(attribute) IN ('phone', 'telephone', 'mobile', 'telefon', 'mobil') THEN 'phone'
      WHEN lower(attribute) IN ('loyalty_card', 'kundenkarte') THEN 'loyalty_card'
      WHEN lower(attribute) IN ('name', 'full_name', 'vollname') THEN 'name'
      WHEN lower(attribute) IN ('device', 'device_id') THEN 'device'
      ELSE 'other'
    END,
    trim(value)
  FROM customer_attributes
  UNION ALL
  SELECT
    family.import_id, family.line, family.customer_id, CAST(NULL AS VARCHAR), 'name',
    trim(given.value) || ' ' || trim(family.value)
  FROM customer_attributes AS family
  JOIN customer_attributes AS given
    ON family.customer_id = given.customer_id AND given.attribute = 'first_name'
  WHERE family.attribute = 'last_name'
),
placed AS (
  SELECT
    told.import_id AS import_id,
    told.line AS line,
    told.customer_id AS customer_id,
    coalesce(told.source, origin.source, '') AS source,
    told.kind AS kind,
    told.value AS value,
    translate(replace(told.value, '(0)', ''), ' -/().', '') AS digits,
    CASE upper(trim(home.country))
      WHEN 'DE' THEN '49' WHEN 'DEUTSCHLAND' THEN '49' WHEN 'GERMANY' THEN '49'
      WHEN 'AT' THEN '43' WHEN 'ÖSTERREICH' THEN '43' WHEN 'AUSTRIA' THEN '43'
      WHEN 'CH' THEN '41' WHEN 'SCHWEIZ' THEN '41' WHEN 'SWITZERLAND' THEN '41'
      WHEN 'FR' THEN '33' WHEN 'NL' THEN '31' WHEN 'BE' THEN '32' WHEN 'GB' THEN '44'
      ELSE CAST($dial_code AS VARCHAR)
    END AS dial_code
  FROM told
  LEFT JOIN (
    SELECT import_id, max(source) AS source FROM imports GROUP BY import_id
  ) AS origin ON told.import_id = origin.import_id
  LEFT JOIN (
    SELECT customer_id, max(country) AS country FROM customers GROUP BY customer_id
  ) AS home ON told.customer_id = home.customer_id
  WHERE told.customer_id IS NOT NULL AND told.value IS NOT NULL AND told.value <> ''
    AND told.kind <> 'other'
),
marked AS (
  SELECT
    import_id, line, customer_id, source, kind,
    CASE
      WHEN kind = 'email' AND strpos(value, '@') > 1 THEN lower(value)
      WHEN kind = 'email' THEN NULL
      WHEN kind = 'phone' AND digits LIKE '+%' THEN digits
      WHEN kind = 'phone' AND digits LIKE '00%' THEN '+' || substr(digits, 3)
      WHEN kind = 'phone' AND digits LIKE '0%' THEN '+' || dial_code || substr(digits, 2)
      WHEN kind = 'phone' THEN NULL
      WHEN kind = 'customer_number' THEN source || ':' || upper(digits)
      WHEN kind IN ('loyalty_card', 'device') THEN upper(digits)
      ELSE replace(replace(replace(replace(lower(value), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss')
    END AS mark
  FROM placed
)
SELECT
  CASE
    WHEN parted.source IS NULL THEN marked.customer_id
    ELSE marked.source || ':' || marked.customer_id
  END AS customer_id,
  marked.source AS source,
  marked.kind AS kind,
  marked.mark AS mark,
  CASE
    WHEN marked.kind IN ('email', 'phone', 'loyalty_card', 'customer_number') THEN 'strong'
    ELSE 'weak'
  END AS strength,
  min(marked.import_id) AS import_id,
  min(marked.line) AS line
FROM marked
LEFT JOIN (
  SELECT DISTINCT customer_id, other_id AS source FROM identity_log
  WHERE action = 'split' AND other_id IS NOT NULL
) AS parted ON marked.customer_id = parted.customer_id AND marked.source = parted.source
WHERE marked.mark IS NOT NULL
  AND (marked.kind <> 'phone' OR (
    length(marked.mark) BETWEEN 8 AND 16 AND translate(substr(marked.mark, 2), '0123456789', '') = ''
  ))
  AND (marked.kind <> 'loyalty_card' OR length(marked.mark) >= 4)
GROUP BY
  CASE
    WHEN parted.source IS NULL THEN marked.customer_id
    ELSE marked.source || ':' || marked.customer_id
  END, marked.source, marked.kind, marked.mark
