-- What customers bring in a year, and whom each can be compared with.
-- reads:  customer_profile, purchase_day, customer_mrr, customers, customer_attributes up to $as_of
-- writes: one row a customer who bought in the last twelve months or pays for a contract: customer_id,
--         profile_id, kind (contract, shop), tenure_class, entry (plan, else category of the first
--         purchase; '' not known), business (business, private, ''), actual, wallet_share
-- actual: revenue of the last twelve months, and twelve times the fees of contracts that run.
-- wallet_share: the share of what the customer spends on such things anywhere, where the register
-- holds it under one of the names in $wallet_names; in percent if any of them is above 1.
WITH bought AS (
  SELECT customer_id, sum(revenue) AS revenue, sum(is_purchase) AS purchases
  FROM purchase_day
  WHERE day > CAST($as_of AS DATE) - INTERVAL '12' MONTH AND day <= $as_of
  GROUP BY customer_id
),
fee AS (
  SELECT customer_no, max(mrr) AS monthly_fee
  FROM customer_mrr
  WHERE CAST(date_diff('month', DATE '1970-01-01', CAST($as_of AS DATE)) AS INTEGER)
    BETWEEN from_month AND until_month
  GROUP BY customer_no
),
register AS (
  SELECT customer_id, is_business FROM (
    SELECT customer_id, is_business,
      row_number() OVER (PARTITION BY customer_id ORDER BY import_id DESC, line DESC) AS place
    FROM customers
  ) AS versions WHERE place = 1
),
told AS (
  SELECT customer_id, TRY_CAST(replace(value, ',', '.') AS DOUBLE) AS told_share,
    row_number() OVER (
      PARTITION BY customer_id ORDER BY valid_from DESC, import_id DESC, line DESC
    ) AS place
  FROM customer_attributes
  WHERE valid_from <= $as_of
    AND $wallet_names LIKE concat('%|', replace(replace(lower(attribute), ' ', '_'), '-', '_'), '|%')
),
wallet AS (
  SELECT customer_id,
    CASE WHEN max(told_share) OVER () > 1 THEN told_share / 100 ELSE told_share END AS wallet_share
  FROM told
  WHERE place = 1 AND told_share > 0 AND told_share <= 100
),
known AS (
  SELECT
    profile.customer_id AS customer_id,
    profile.profile_id AS profile_id,
    CASE WHEN fee.monthly_fee > 0 THEN 'contract' WHEN bought.purchases > 0 THEN 'shop' END AS kind,
    date_diff('day', profile.first_day, CAST($as_of AS DATE)) AS tenure_days,
    profile.plan AS plan,
    profile.entry_category AS entry_category,
    CASE register.is_business WHEN TRUE THEN 'business' WHEN FALSE THEN 'private' ELSE '' END AS business,
    coalesce(bought.revenue, 0) + 12 * coalesce(fee.monthly_fee, 0) AS actual,
    wallet.wallet_share AS wallet_share
  FROM customer_profile AS profile
  LEFT JOIN bought ON profile.customer_id = bought.customer_id
  LEFT JOIN fee ON profile.customer_no = fee.customer_no
  LEFT JOIN register ON profile.customer_id = register.customer_id
  LEFT JOIN wallet ON profile.customer_id = wallet.customer_id
)
SELECT
  customer_id,
  profile_id,
  kind,
  CASE
    WHEN tenure_days < 92 THEN 'months_3'
    WHEN tenure_days < 366 THEN 'year_1'
    WHEN tenure_days < 731 THEN 'years_2'
    WHEN tenure_days < 1461 THEN 'years_4'
    ELSE 'longer'
  END AS tenure_class,
  CASE WHEN kind = 'contract' THEN plan ELSE entry_category END AS entry,
  business,
  CAST(round(actual, 2) AS DOUBLE) AS actual,
  CAST(wallet_share AS DOUBLE) AS wallet_share
FROM known
WHERE kind IS NOT NULL AND actual IS NOT NULL
