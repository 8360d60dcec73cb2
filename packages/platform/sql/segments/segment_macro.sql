-- The macro segment each customer is in at the end of a month, and where they came from.
-- reads:  snapshot, segment_rule (the thresholds that held then), segment_macro (the month before)
-- writes: one row a customer and month end: macro, previous_macro (NULL where there is no month
--         before), tier (high, mid, low), version of the thresholds
-- Active: bought in the last active_days days, or a contract runs; cooling: up to twice as long
-- ago; inactive: longer. New: known to buy for $new_days days at most, and one purchase. The tier is
-- the spend of twelve months against spend_high and spend_mid; who is not active keeps the tier of
-- the last month they were. Cancelled: the last contract ended, and nothing was bought lately.
-- contracts_running, contract_fee, contract_days, contract_ended and spend_of_year stand for the
-- columns of the snapshot, or for what a customer without has.
WITH rule AS (
  SELECT version AS rule_version, active_days, spend_mid, spend_high
  FROM segment_rule
  WHERE version = (
    SELECT coalesce(max(CASE WHEN valid_from <= $period_end THEN version END), min(version))
    FROM segment_rule
  )
),
now AS (
  SELECT
    customer_id,
    purchases,
    contracts_running AS running,
    contract_ended AS days_since_end,
    spend_of_year + 12 * contract_fee AS spend,
    CASE WHEN contracts_running > 0 THEN 0 ELSE days_since_purchase END AS silence,
    CASE
      WHEN days_since_first_purchase IS NULL OR contract_days > days_since_first_purchase THEN contract_days
      ELSE days_since_first_purchase
    END AS tenure
  FROM snapshot
  WHERE period_end = $period_end
),
earlier AS (
  SELECT customer_id, macro AS macro_before, tier AS tier_before
  FROM segment_macro WHERE period_end = $previous_end
),
placed AS (
  SELECT
    now.customer_id AS customer_id,
    earlier.macro_before AS macro_before,
    rule.rule_version AS rule_version,
    CASE
      WHEN silence IS NULL AND days_since_end IS NOT NULL THEN 'cancelled'
      WHEN silence IS NULL THEN 'prospect'
      WHEN tenure <= $new_days AND purchases <= 1 THEN 'new'
      WHEN silence <= active_days THEN 'active'
      WHEN days_since_end IS NOT NULL THEN 'cancelled'
      WHEN silence <= 2 * active_days THEN 'cooling'
      ELSE 'inactive'
    END AS phase,
    CASE
      WHEN silence > active_days AND tier_before IS NOT NULL THEN tier_before
      WHEN spend > 0 AND spend >= spend_high THEN 'high'
      WHEN spend > 0 AND spend >= spend_mid THEN 'mid'
      ELSE 'low'
    END AS own_tier
  FROM now CROSS JOIN rule
  LEFT JOIN earlier ON now.customer_id = earlier.customer_id
)
SELECT
  customer_id,
  CAST($period_end AS DATE) AS period_end,
  CASE
    WHEN phase = 'active' THEN 'active_' || own_tier
    WHEN phase IN ('cooling', 'inactive') THEN phase || CASE WHEN own_tier = 'low' THEN '_low' ELSE '_valuable' END
    ELSE phase
  END AS macro,
  macro_before AS previous_macro,
  own_tier AS tier,
  CAST(rule_version AS INTEGER) AS version
FROM placed
