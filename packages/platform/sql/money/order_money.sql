-- Order lines on the workspace's basis and in its currency: what the pipeline reads instead of orders
-- where some line is on another basis, in another currency, or without the cost its product has.
-- reads:  orders, imports, products, return_link, vat_rate, currency_rate
-- writes: the columns of orders; sale_day, own_currency and exchange_rate (of converted lines), basis_unknown
--         (1 where tax could not be told and the amount stays as it came), has_product_cost
-- The day of the sale decides: a return has the rates of the purchase it belongs to, however late it
-- comes. Tax is the line's own amount, else its own rate, else the rate of the country ($country where
-- the line names none) for the product's class (standard where it names none). A line in a currency
-- without a quote of the last $rate_days days stays in its currency and counts for nothing.
WITH product AS (
  SELECT product_id, max(tax_class) AS tax_class, max(CAST(unit_cost AS DOUBLE)) AS unit_cost
  FROM products
  WHERE product_id IS NOT NULL
  GROUP BY product_id
),
line AS (
  SELECT
    orders.*,
    coalesce(return_link.counted_on, CAST(orders.ordered_at AS DATE)) AS sale_day,
    CASE WHEN imports.basis <> $basis THEN imports.basis END AS other_basis,
    CAST(orders.amount AS DOUBLE) AS stated,
    abs(CAST(orders.tax_amount AS DOUBLE)) AS stated_tax,
    lower(trim(coalesce(orders.country, $country))) AS sale_country,
    lower(trim(coalesce(product.tax_class, 'standard'))) AS sale_class,
    CASE WHEN orders.cost IS NULL AND orders.quantity IS NOT NULL
      THEN sign(CAST(orders.amount AS DOUBLE)) * abs(orders.quantity) * product.unit_cost
    END AS product_cost
  FROM orders
  LEFT JOIN imports ON orders.import_id = imports.import_id
  LEFT JOIN return_link
    ON orders.import_id = return_link.import_id AND orders.line = return_link.line
  LEFT JOIN product ON orders.product_id = product.product_id
),
-- By distinct days first: lines times quotes would be too many.
day_rate AS (
  SELECT asked.currency AS currency, asked.sale_day AS sale_day, currency_rate.rate AS rate
  FROM (SELECT DISTINCT currency, sale_day FROM line WHERE currency <> $currency) AS asked
  JOIN currency_rate
    ON asked.currency = currency_rate.currency
    AND asked.sale_day >= currency_rate.day AND asked.sale_day < currency_rate.until_day
  WHERE date_diff('day', currency_rate.day, asked.sale_day) <= $rate_days
),
priced AS (
  SELECT
    line.*,
    coalesce(line.tax_rate, vat_rate.rate) AS vat,
    day_rate.rate AS found_rate,
    coalesce(day_rate.rate, 1) AS worth
  FROM line
  LEFT JOIN vat_rate
    ON line.other_basis IS NOT NULL
    AND line.sale_country = vat_rate.country AND line.sale_class = vat_rate.tax_class
    AND line.sale_day >= vat_rate.valid_from AND line.sale_day < vat_rate.valid_until
  LEFT JOIN day_rate ON line.currency = day_rate.currency AND line.sale_day = day_rate.sale_day
),
counted AS (
  SELECT
    priced.*,
    CASE
      WHEN other_basis = 'gross' AND stated_tax IS NOT NULL THEN stated - sign(stated) * stated_tax
      WHEN other_basis = 'gross' AND vat IS NOT NULL THEN stated / (1 + vat)
      WHEN other_basis = 'net' AND stated_tax IS NOT NULL THEN stated + sign(stated) * stated_tax
      WHEN other_basis = 'net' AND vat IS NOT NULL THEN stated * (1 + vat)
      ELSE stated
    END AS converted
  FROM priced
)
SELECT
  import_id,
  line,
  order_id,
  line_id,
  customer_id,
  ordered_at,
  product_id,
  category,
  quantity,
  CAST(round(converted * worth, 4) AS DOUBLE) AS amount,
  CAST(round(CAST(tax_amount AS DOUBLE) * worth, 4) AS DOUBLE) AS tax_amount,
  CAST(round(coalesce(CAST(cost AS DOUBLE) * worth, product_cost), 4) AS DOUBLE) AS cost,
  CASE WHEN found_rate IS NOT NULL THEN $currency ELSE currency END AS currency,
  channel,
  return_of,
  tax_rate,
  country,
  sale_day,
  CASE WHEN found_rate IS NOT NULL THEN currency END AS own_currency,
  found_rate AS exchange_rate,
  CAST(CASE WHEN other_basis IS NOT NULL AND stated <> 0 AND stated_tax IS NULL AND vat IS NULL
    THEN 1 ELSE 0 END AS INTEGER) AS basis_unknown,
  CAST(CASE WHEN cost IS NULL AND product_cost IS NOT NULL THEN 1 ELSE 0 END AS INTEGER)
    AS has_product_cost
FROM counted
