-- Pairs of customer numbers that may be one person, for people to look at; nothing is merged by it.
-- reads:  identity_key, customers, customer_alias, identity_log
-- writes: customer_id, other_id, reason (same_person: name, postcode and year of birth are equal;
--         similar_email: equal but for dots and a +tag; shared_by_many: a strong mark that more than
--         $most_sharers numbers have), evidence
-- Each number of a group stands beside the first of it, so a group of n gives n - 1 pairs.
WITH latest AS (
  SELECT customer_id, postcode, birth_year
  FROM (
    SELECT
      customer_id, postcode, birth_year,
      row_number() OVER (PARTITION BY customer_id ORDER BY import_id DESC, line DESC) AS place
    FROM customers
  ) AS numbered
  WHERE place = 1 AND postcode IS NOT NULL AND birth_year IS NOT NULL
),
evidence AS (
  SELECT
    names.customer_id AS customer_id,
    'same_person' AS reason,
    names.mark || ', ' || latest.postcode || ', ' || CAST(latest.birth_year AS VARCHAR) AS mark,
    names.customer_id AS variant
  FROM identity_key AS names JOIN latest ON names.customer_id = latest.customer_id
  WHERE names.kind = 'name'
  UNION ALL
  SELECT
    customer_id,
    'similar_email',
    replace(CASE
      WHEN strpos(mark, '+') BETWEEN 2 AND strpos(mark, '@') THEN substr(mark, 1, strpos(mark, '+') - 1)
      ELSE substr(mark, 1, strpos(mark, '@') - 1)
    END, '.', '') || substr(mark, strpos(mark, '@')),
    mark
  FROM identity_key WHERE kind = 'email'
  UNION ALL
  SELECT keys.customer_id, 'shared_by_many', keys.mark, keys.customer_id
  FROM identity_key AS keys
  JOIN (
    SELECT kind, mark FROM identity_key WHERE strength = 'strong'
    GROUP BY kind, mark HAVING count(DISTINCT customer_id) > $most_sharers
  ) AS crowded ON keys.kind = crowded.kind AND keys.mark = crowded.mark
),
grouped AS (
  SELECT
    customer_id, reason, mark,
    min(customer_id) OVER (PARTITION BY reason, mark) AS first_id,
    -- Equal e-mails are no near match: they merge, or somebody said that they must not.
    min(variant) OVER (PARTITION BY reason, mark) <> max(variant) OVER (PARTITION BY reason, mark)
      AS differs
  FROM (
    SELECT customer_id, reason, mark, min(variant) AS variant FROM evidence
    GROUP BY customer_id, reason, mark
  ) AS single
)
SELECT
  grouped.first_id AS customer_id,
  grouped.customer_id AS other_id,
  grouped.reason AS reason,
  grouped.mark AS evidence
FROM grouped
LEFT JOIN customer_alias AS one ON grouped.first_id = one.customer_id AND one.source = ''
LEFT JOIN customer_alias AS other ON grouped.customer_id = other.customer_id AND other.source = ''
LEFT JOIN (
  SELECT DISTINCT customer_id, other_id FROM identity_log WHERE action = 'apart'
) AS apart
  ON (grouped.first_id = apart.customer_id AND grouped.customer_id = apart.other_id)
  OR (grouped.first_id = apart.other_id AND grouped.customer_id = apart.customer_id)
WHERE grouped.customer_id <> grouped.first_id
  AND grouped.differs
  AND apart.customer_id IS NULL
  AND coalesce(one.canonical_id, grouped.first_id) <> coalesce(other.canonical_id, grouped.customer_id)
ORDER BY grouped.reason, grouped.mark, grouped.customer_id
LIMIT 1000
