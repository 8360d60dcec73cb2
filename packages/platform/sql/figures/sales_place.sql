-- The channels and categories that order lines name, and under which name they are told.
-- reads:  orders up to $as_of in $currency, products
-- writes: dimension, member (as lines have it, '' for none), told_as
-- The 40 members with most lines stay, the others are one, called other. A dimension of which no line
-- tells anything is left out.
WITH product AS (SELECT product_id, max(category) AS category FROM products GROUP BY product_id),
counted AS (
  SELECT 'channel' AS dimension, coalesce(channel, '') AS member, count(*) AS n
  FROM orders
  WHERE customer_id IS NOT NULL AND ordered_at < CAST($as_of AS DATE) + INTERVAL '1' DAY
    AND coalesce(currency, $currency) = $currency
  GROUP BY coalesce(channel, '')
  UNION ALL
  SELECT 'category', coalesce(of_line.category, product.category, ''), sum(of_line.n)
  FROM (
    SELECT category, product_id, count(*) AS n
    FROM orders
    WHERE customer_id IS NOT NULL AND ordered_at < CAST($as_of AS DATE) + INTERVAL '1' DAY
      AND coalesce(currency, $currency) = $currency
    GROUP BY category, product_id
  ) AS of_line
  LEFT JOIN product ON of_line.product_id = product.product_id
  GROUP BY coalesce(of_line.category, product.category, '')
),
placed AS (
  SELECT
    dimension,
    member,
    row_number() OVER (PARTITION BY dimension ORDER BY n DESC, member) AS place,
    max(CASE WHEN member <> '' THEN 1 ELSE 0 END) OVER (PARTITION BY dimension) AS telling
  FROM counted
)
SELECT dimension, member, CASE WHEN place <= 40 THEN member ELSE 'other' END AS told_as
FROM placed
WHERE telling = 1
ORDER BY dimension, member
