-- What is odd about the phases of subscriptions; none of it is silently used.
-- reads:  subscriptions, contract
-- writes: one row of counts: phases on record, those left out and why, and contracts by kind
SELECT
  ledger.*,
  kinds.*
FROM (
  SELECT
    CAST(count(*) AS DOUBLE) AS phases,
    CAST(coalesce(sum(CASE WHEN customer_id IS NULL THEN 1 ELSE 0 END), 0) AS DOUBLE) AS without_customer,
    CAST(coalesce(sum(CASE WHEN ended_on < started_on THEN 1 ELSE 0 END), 0) AS DOUBLE) AS ends_before_start,
    CAST(coalesce(sum(CASE WHEN started_on > $as_of THEN 1 ELSE 0 END), 0) AS DOUBLE) AS starts_later,
    CAST(coalesce(sum(CASE WHEN coalesce(currency, $currency) <> $currency THEN 1 ELSE 0 END), 0) AS DOUBLE)
      AS other_currency,
    CAST(coalesce(sum(CASE WHEN monthly_fee IS NULL AND coalesce(state, 'active') = 'active'
      THEN 1 ELSE 0 END), 0) AS DOUBLE) AS without_fee
  FROM subscriptions
) AS ledger
CROSS JOIN (
  SELECT
    CAST(coalesce(sum(is_contract), 0) AS DOUBLE) AS contracts,
    CAST(coalesce(sum(CASE WHEN state = 'active' THEN 1 ELSE 0 END), 0) AS DOUBLE) AS active,
    CAST(coalesce(sum(CASE WHEN state = 'paused' THEN 1 ELSE 0 END), 0) AS DOUBLE) AS paused,
    CAST(coalesce(sum(lost), 0) AS DOUBLE) AS ended,
    CAST(coalesce(sum(1 - is_contract), 0) AS DOUBLE) AS trials,
    CAST(coalesce(sum(CASE WHEN overlapped > 0 THEN 1 ELSE 0 END), 0) AS DOUBLE) AS overlapped,
    CAST(coalesce(sum(CASE WHEN gap_days > 0 THEN 1 ELSE 0 END), 0) AS DOUBLE) AS with_gap,
    CAST(coalesce(sum(CASE WHEN ends_on IS NOT NULL THEN 1 ELSE 0 END), 0) AS DOUBLE) AS ending,
    CAST(coalesce(sum(CASE WHEN state = 'active' THEN monthly_fee ELSE 0 END), 0) AS DOUBLE) AS monthly_fees
  FROM contract
) AS kinds
