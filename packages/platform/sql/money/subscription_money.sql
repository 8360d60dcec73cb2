-- Phases of contracts with fees on the workspace's basis and in its currency.
-- reads:  subscriptions, imports, vat_rate, currency_rate
-- writes: the columns of subscriptions; own_fee and own_currency (of converted phases: the fee before
--         its conversion), basis_unknown
-- Tax is that of the standard rate of $country on the day the phase began. A fee in another currency
-- is worth what the rate of the phase's last day makes of it, of $as_of while it runs: what it is
-- worth from now on. A phase without a quote of the last $rate_days days before that day stays in its
-- currency and counts for nothing.
WITH phase AS (
  SELECT
    subscriptions.*,
    CAST(subscriptions.monthly_fee AS DOUBLE) AS stated,
    CASE WHEN imports.basis <> $basis THEN imports.basis END AS other_basis,
    CASE WHEN subscriptions.started_on > $as_of THEN subscriptions.started_on
      WHEN subscriptions.ended_on <= $as_of THEN greatest(subscriptions.ended_on, subscriptions.started_on)
      ELSE $as_of END AS rate_day
  FROM subscriptions LEFT JOIN imports ON subscriptions.import_id = imports.import_id
),
day_rate AS (
  SELECT asked.currency AS currency, asked.rate_day AS rate_day, currency_rate.rate AS rate
  FROM (SELECT DISTINCT currency, rate_day FROM phase WHERE currency <> $currency) AS asked
  JOIN currency_rate
    ON asked.currency = currency_rate.currency
    AND asked.rate_day >= currency_rate.day AND asked.rate_day < currency_rate.until_day
  WHERE date_diff('day', currency_rate.day, asked.rate_day) <= $rate_days
)
SELECT
  import_id,
  line,
  subscription_id,
  customer_id,
  plan,
  started_on,
  ended_on,
  CAST(round(fee * coalesce(rate, 1), 4) AS DOUBLE) AS monthly_fee,
  CASE WHEN rate IS NOT NULL THEN $currency ELSE currency END AS currency,
  state,
  CAST(CASE WHEN rate IS NOT NULL THEN fee END AS DOUBLE) AS own_fee,
  CASE WHEN rate IS NOT NULL THEN currency END AS own_currency,
  basis_unknown
FROM (
  SELECT
    phase.*,
    day_rate.rate AS rate,
    CASE
      WHEN other_basis = 'gross' AND vat_rate.rate IS NOT NULL THEN stated / (1 + vat_rate.rate)
      WHEN other_basis = 'net' AND vat_rate.rate IS NOT NULL THEN stated * (1 + vat_rate.rate)
      ELSE stated
    END AS fee,
    CAST(CASE WHEN other_basis IS NOT NULL AND stated <> 0 AND vat_rate.rate IS NULL THEN 1 ELSE 0 END
      AS INTEGER) AS basis_unknown
  FROM phase
  LEFT JOIN vat_rate
    ON phase.other_basis IS NOT NULL
    AND lower($country) = vat_rate.country AND vat_rate.tax_class = 'standard'
    AND phase.started_on >= vat_rate.valid_from AND phase.started_on < vat_rate.valid_until
  LEFT JOIN day_rate ON phase.currency = day_rate.currency AND phase.rate_day = day_rate.rate_day
) AS priced
