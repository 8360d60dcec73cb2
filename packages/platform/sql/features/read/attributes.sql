-- What the values of each further column of customers look like.
-- reads:  customer_attributes
-- writes: attribute, filled, distinct_values, numbers, dates, yes_or_no (how many of the filled are)
SELECT
  attribute,
  CAST(count(text) AS DOUBLE) AS filled,
  CAST(count(DISTINCT text) AS DOUBLE) AS distinct_values,
  CAST(count(TRY_CAST(text AS DOUBLE)) AS DOUBLE) AS numbers,
  CAST(count(TRY_CAST(text AS DATE)) AS DOUBLE) AS dates,
  CAST(sum(CASE WHEN lower(text) IN ('0', '1', 'true', 'false', 'yes', 'no', 'ja', 'nein', 'y', 'n',
    'j', 't', 'f', 'wahr', 'falsch') THEN 1 ELSE 0 END) AS DOUBLE) AS yes_or_no
FROM (
  SELECT
    attribute,
    CASE WHEN lower(trim(value)) IN ('', 'nan', 'inf', '-inf', '+inf', 'infinity', '-infinity', '+infinity')
      THEN NULL ELSE trim(value) END AS text
  FROM customer_attributes
  WHERE customer_id IS NOT NULL AND attribute IS NOT NULL
) AS spoken
GROUP BY attribute
ORDER BY attribute
