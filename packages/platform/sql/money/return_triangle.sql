-- What was bought by category and month, and what of it came back how many months later.
-- reads:  orders, return_link, products, sales_place_cell
-- writes: category, month (of the purchase, since January 1970), age (months from the purchase to the
--         return; -1 for the purchases themselves), amount (positive), lines
-- Categories are the members that sales are told for: the smaller ones are together as other. A
-- return that belongs to no known purchase is in no row.
WITH product AS (
  SELECT product_id, max(category) AS category FROM products
  WHERE product_id IS NOT NULL GROUP BY product_id
),
summed AS (
  SELECT
    coalesce(orders.category, product.category, '') AS category,
    CAST(date_trunc('month', coalesce(return_link.counted_on, CAST(orders.ordered_at AS DATE))) AS DATE)
      AS bought_in,
    CASE WHEN return_link.counted_on IS NOT NULL
      THEN CAST(date_trunc('month', CAST(orders.ordered_at AS DATE)) AS DATE) END AS returned_in,
    sum(abs(CAST(orders.amount AS DOUBLE))) AS amount,
    count(*) AS lines
  FROM orders
  LEFT JOIN return_link
    ON orders.import_id = return_link.import_id AND orders.line = return_link.line
  LEFT JOIN product ON orders.product_id = product.product_id
  WHERE orders.customer_id IS NOT NULL
    AND CAST(orders.ordered_at AS DATE) <= $as_of
    AND coalesce(orders.currency, $currency) = $currency
    AND (orders.amount > 0 OR return_link.counted_on IS NOT NULL)
  GROUP BY 1, 2, 3
)
SELECT
  CASE WHEN named.member IS NOT NULL THEN named.member ELSE 'other' END AS category,
  CAST(date_diff('month', DATE '1970-01-01', bought_in) AS INTEGER) AS month,
  CAST(coalesce(date_diff('month', bought_in, returned_in), -1) AS INTEGER) AS age,
  CAST(sum(amount) AS DOUBLE) AS amount,
  CAST(sum(lines) AS DOUBLE) AS lines
FROM summed
LEFT JOIN (SELECT DISTINCT member FROM sales_place_cell WHERE dimension = 'category') AS named
  ON summed.category = named.member
GROUP BY 1, 2, 3
