-- The members that figures are told for: each value of each dimension that customers are cut by.
-- reads:  customer_profile
-- writes: member_no (1 to n), dimension, member; '' stands for "not known"
-- A dimension of which nothing is known for any customer is left out; so is referred, where nobody
-- was.
WITH known AS (
  SELECT 'all' AS dimension, 'all' AS member
  UNION SELECT 'country', country FROM customer_profile
  UNION SELECT 'region', region FROM customer_profile
  UNION SELECT 'acquisition_channel', acquisition_channel FROM customer_profile
  UNION SELECT 'entry_channel', entry_channel FROM customer_profile
  UNION SELECT 'entry_category', entry_category FROM customer_profile
  UNION SELECT 'entry_product', entry_product FROM customer_profile
  UNION SELECT 'plan', plan FROM customer_profile
  UNION SELECT 'value_class', value_class FROM customer_profile
  UNION SELECT 'referred', referred FROM customer_profile
),
telling AS (
  SELECT dimension FROM known
  WHERE member <> '' AND NOT (dimension = 'referred' AND member = 'no')
  GROUP BY dimension
),
described AS (
  SELECT dimension, member FROM known
  -- Feedback and contacts may come from people who are no customers.
  UNION SELECT dimension, '' FROM telling WHERE dimension <> 'all'
)
SELECT
  CAST(row_number() OVER (ORDER BY described.dimension, described.member) AS INTEGER) AS member_no,
  described.dimension AS dimension,
  described.member AS member
FROM described JOIN telling ON described.dimension = telling.dimension
