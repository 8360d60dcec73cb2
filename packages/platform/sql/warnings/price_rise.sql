-- Who had bought a product whose price then rose, and the month in which it did.
-- reads:  orders up to $as_of in $currency
-- writes: customer_id, activity_month (its first day)
-- A price is what was paid for one piece in a month. It rose where it lies 5 % and more above the
-- mean of the three months of sale before, and stays there in the two after; the first such month
-- counts. Concerned is who bought the product in the six months before. Prices do rise by just 5 %,
-- and the last digits of a mean hang on the order of adding: six digits of the share count.
WITH lines AS (
  SELECT customer_id, product_id, CAST(date_trunc('month', ordered_at) AS DATE) AS sold_in,
    CAST(amount AS DOUBLE) AS paid, quantity
  FROM orders
  WHERE customer_id IS NOT NULL AND product_id IS NOT NULL AND amount > 0 AND quantity > 0
    AND CAST(ordered_at AS DATE) <= $as_of
    AND coalesce(currency, $currency) = $currency
),
sold AS (
  SELECT product_id, sold_in, sum(paid) / sum(quantity) AS price
  FROM lines GROUP BY product_id, sold_in
),
compared AS (
  SELECT
    product_id,
    sold_in,
    price,
    avg(price) OVER (PARTITION BY product_id ORDER BY sold_in ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING) AS price_before,
    count(*) OVER (PARTITION BY product_id ORDER BY sold_in ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING) AS months_before,
    avg(price) OVER (PARTITION BY product_id ORDER BY sold_in ROWS BETWEEN CURRENT ROW AND 2 FOLLOWING) AS price_after
  FROM sold
),
judged AS (
  SELECT
    product_id,
    sold_in,
    CASE
      WHEN months_before = 3 AND round(price / price_before, 6) >= 1.05
        AND round(price_after / price_before, 6) >= 1.05 THEN 1
      ELSE 0
    END AS is_higher
  FROM compared
),
rise AS (
  SELECT product_id, sold_in
  FROM (
    SELECT judged.*, lag(is_higher, 1, 0) OVER (PARTITION BY product_id ORDER BY sold_in) AS was_higher
    FROM judged
  ) AS turns
  WHERE is_higher = 1 AND was_higher = 0
)
SELECT DISTINCT lines.customer_id AS customer_id, rise.sold_in AS activity_month
FROM rise JOIN lines ON rise.product_id = lines.product_id
  AND lines.sold_in < rise.sold_in
  AND date_diff('month', lines.sold_in, rise.sold_in) <= 6
