-- What one unit of another currency is worth in the workspace's, from a day until the next quote.
-- reads:  exchange_rates
-- writes: currency, day, until_day (the first day of the next quote), rate
-- exchange_rates says how many units of a currency one unit of the base is worth. Quotes on the base
-- of $currency are turned round; others go through the quote of $currency on the same base and day.
-- Of several quotes of one day the direct one counts, then that of the last import.
WITH latest AS (
  SELECT day, currency, base, rate
  FROM (
    SELECT exchange_rates.*, row_number() OVER (
      PARTITION BY day, currency, base ORDER BY import_id DESC, line DESC
    ) AS place
    FROM exchange_rates
    WHERE rate > 0 AND day IS NOT NULL
  ) AS ranked
  WHERE place = 1
),
worth AS (
  SELECT currency, day, 1 AS way, 1 / rate AS rate FROM latest WHERE base = $currency
  UNION ALL
  SELECT base, day, 2, rate FROM latest WHERE currency = $currency
  UNION ALL
  SELECT foreign_quote.currency, foreign_quote.day, 3, own_quote.rate / foreign_quote.rate
  FROM latest AS foreign_quote
  JOIN latest AS own_quote
    ON foreign_quote.day = own_quote.day AND foreign_quote.base = own_quote.base
    AND own_quote.currency = $currency
  WHERE foreign_quote.currency <> $currency AND foreign_quote.base <> $currency
),
chosen AS (
  SELECT currency, day, rate, row_number() OVER (PARTITION BY currency, day ORDER BY way, rate) AS place
  FROM worth
  WHERE currency <> $currency
)
SELECT
  currency,
  day,
  lead(day, 1, DATE '9999-12-31') OVER (PARTITION BY currency ORDER BY day) AS until_day,
  CAST(rate AS DOUBLE) AS rate
FROM chosen
WHERE place = 1
ORDER BY currency, day
