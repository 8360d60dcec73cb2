-- The purchase that each return or cancellation belongs to, where one can be found.
-- reads:  orders up to $as_of in $currency
-- writes: import_id, line (of the return), counted_on (the day of the purchase), found_by
-- Three rules, the first that fits: the order the source names; the k-th return of a product at a
-- price is of the k-th purchase of it at that price; the latest earlier purchase of the product
-- that was worth more. What fits none stays a negative line of its own day.
WITH lines AS (
  SELECT import_id, line, order_id, customer_id, coalesce(product_id, '') AS product, amount,
    ordered_at, return_of
  FROM orders
  WHERE customer_id IS NOT NULL
    AND CAST(ordered_at AS DATE) <= $as_of
    AND coalesce(currency, $currency) = $currency
),
returns AS (SELECT * FROM lines WHERE amount < 0),
returners AS (SELECT DISTINCT customer_id FROM returns),
purchases AS (
  SELECT lines.* FROM lines JOIN returners ON lines.customer_id = returners.customer_id
  WHERE lines.amount > 0
),
named AS (
  SELECT returns.import_id, returns.line, min(CAST(purchases.ordered_at AS DATE)) AS counted_on
  FROM returns JOIN purchases
    ON returns.customer_id = purchases.customer_id AND returns.return_of = purchases.order_id
  -- What was bought later cannot have been known to be sent back.
  WHERE CAST(purchases.ordered_at AS DATE) <= CAST(returns.ordered_at AS DATE)
  GROUP BY returns.import_id, returns.line
),
numbered_returns AS (
  SELECT returns.*, row_number() OVER (
    PARTITION BY returns.customer_id, product, amount ORDER BY ordered_at, returns.import_id, returns.line
  ) AS place
  FROM returns LEFT JOIN named
    ON returns.import_id = named.import_id AND returns.line = named.line
  WHERE named.line IS NULL
),
numbered_purchases AS (
  SELECT purchases.*, row_number() OVER (
    PARTITION BY customer_id, product, amount ORDER BY ordered_at, import_id, line
  ) AS place
  FROM purchases
),
same_price AS (
  SELECT returns.import_id, returns.line, CAST(purchases.ordered_at AS DATE) AS counted_on
  FROM numbered_returns AS returns JOIN numbered_purchases AS purchases
    ON returns.customer_id = purchases.customer_id
    AND returns.product = purchases.product
    AND returns.amount = -purchases.amount
    AND returns.place = purchases.place
  WHERE purchases.ordered_at <= returns.ordered_at
),
in_part AS (
  SELECT returns.import_id, returns.line, max(CAST(purchases.ordered_at AS DATE)) AS counted_on
  FROM numbered_returns AS returns
  LEFT JOIN same_price
    ON returns.import_id = same_price.import_id AND returns.line = same_price.line
  JOIN purchases
    ON returns.customer_id = purchases.customer_id AND returns.product = purchases.product
  WHERE same_price.line IS NULL
    AND purchases.ordered_at <= returns.ordered_at
    AND purchases.amount > -returns.amount
  GROUP BY returns.import_id, returns.line
)
SELECT import_id, line, counted_on, CAST('return_of' AS VARCHAR) AS found_by FROM named
UNION ALL
SELECT import_id, line, counted_on, CAST('same_price' AS VARCHAR) FROM same_price
UNION ALL
SELECT import_id, line, counted_on, CAST('in_part' AS VARCHAR) FROM in_part
