-- How the worth of all ranked customers at one month's end became that at the next.
-- reads:  customer_rank
-- writes: one row a month end but the first: opening, what moved it, closing; n of each movement
-- worth = (expected purchases × spend + monthly fee × expected months) × margin of the first horizon,
-- not discounted. Each customer's change is shared out among the five (customer_rank), and here by
-- its sign; a contract that begins or ends changes its months. gone is the worth of
-- those who are not ranked any more, for all they bought was sent back: what was carried over less
-- what there had been.
WITH month_end AS (
  SELECT
    period_end,
    min(method) AS method,
    count(*) AS customers,
    sum(worth) AS closing,
    sum(CASE WHEN previous_place IS NULL THEN worth ELSE 0 END) AS new_customers,
    sum(CASE WHEN previous_place IS NULL THEN 1 ELSE 0 END) AS new_n,
    sum(CASE WHEN previous_place IS NULL THEN 0 ELSE worth - change END) AS carried,
    sum(CASE WHEN previous_place IS NULL THEN 0 ELSE 1 END) AS carried_n,
    sum(CASE WHEN effect_purchases > 0 THEN effect_purchases ELSE 0 END) AS purchases_up,
    sum(CASE WHEN effect_purchases > 0 THEN 1 ELSE 0 END) AS purchases_up_n,
    sum(CASE WHEN effect_purchases < 0 THEN effect_purchases ELSE 0 END) AS purchases_down,
    sum(CASE WHEN effect_purchases < 0 THEN 1 ELSE 0 END) AS purchases_down_n,
    sum(CASE WHEN effect_spend > 0 THEN effect_spend ELSE 0 END) AS spend_up,
    sum(CASE WHEN effect_spend > 0 THEN 1 ELSE 0 END) AS spend_up_n,
    sum(CASE WHEN effect_spend < 0 THEN effect_spend ELSE 0 END) AS spend_down,
    sum(CASE WHEN effect_spend < 0 THEN 1 ELSE 0 END) AS spend_down_n,
    sum(CASE WHEN effect_fee > 0 THEN effect_fee ELSE 0 END) AS fee_up,
    sum(CASE WHEN effect_fee > 0 THEN 1 ELSE 0 END) AS fee_up_n,
    sum(CASE WHEN effect_fee < 0 THEN effect_fee ELSE 0 END) AS fee_down,
    sum(CASE WHEN effect_fee < 0 THEN 1 ELSE 0 END) AS fee_down_n,
    sum(CASE WHEN effect_months > 0 THEN effect_months ELSE 0 END) AS months_up,
    sum(CASE WHEN effect_months > 0 THEN 1 ELSE 0 END) AS months_up_n,
    sum(CASE WHEN effect_months < 0 THEN effect_months ELSE 0 END) AS months_down,
    sum(CASE WHEN effect_months < 0 THEN 1 ELSE 0 END) AS months_down_n,
    sum(CASE WHEN effect_margin IS NULL THEN 0 ELSE effect_margin END) AS margin,
    sum(CASE WHEN effect_margin <> 0 THEN 1 ELSE 0 END) AS margin_n
  FROM customer_rank
  GROUP BY period_end
),
bridged AS (
  SELECT
    month_end.*,
    lag(closing) OVER (ORDER BY period_end) AS opening,
    lag(customers) OVER (ORDER BY period_end) AS customers_before
  FROM month_end
)
SELECT
  period_end,
  method,
  opening,
  new_customers,
  CAST(new_n AS INTEGER) AS new_n,
  purchases_up,
  CAST(purchases_up_n AS INTEGER) AS purchases_up_n,
  purchases_down,
  CAST(purchases_down_n AS INTEGER) AS purchases_down_n,
  spend_up,
  CAST(spend_up_n AS INTEGER) AS spend_up_n,
  spend_down,
  CAST(spend_down_n AS INTEGER) AS spend_down_n,
  fee_up,
  CAST(fee_up_n AS INTEGER) AS fee_up_n,
  fee_down,
  CAST(fee_down_n AS INTEGER) AS fee_down_n,
  months_up,
  CAST(months_up_n AS INTEGER) AS months_up_n,
  months_down,
  CAST(months_down_n AS INTEGER) AS months_down_n,
  margin,
  CAST(margin_n AS INTEGER) AS margin_n,
  -- Sums of the same numbers in another order differ in their last digits: that is nobody, or
  -- somebody who was worth nothing.
  CASE
    WHEN customers_before = carried_n OR carried > opening - 0.00005 THEN 0
    ELSE carried - opening
  END AS gone,
  CAST(customers_before - carried_n AS INTEGER) AS gone_n,
  closing,
  CAST(customers AS INTEGER) AS customers
FROM bridged
WHERE opening IS NOT NULL
