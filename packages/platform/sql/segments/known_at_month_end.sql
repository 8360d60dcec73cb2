-- What decides about macro segments of customers on a month end ($month_of_view) and later.
-- reads:  snapshot and segment_macro on that day
-- writes: one row a customer: customer_id, own_tier, purchases, running (contracts), days_since_end,
--         silence and tenure in days
SELECT
  snapshot.customer_id AS customer_id,
  segment_macro.tier AS own_tier,
  purchases,
  contracts_running AS running,
  contract_ended AS days_since_end,
  days_since_purchase AS silence,
  CASE
    WHEN days_since_first_purchase IS NULL OR contract_days > days_since_first_purchase THEN contract_days
    ELSE days_since_first_purchase
  END AS tenure
FROM snapshot JOIN segment_macro
  ON snapshot.customer_id = segment_macro.customer_id
  AND snapshot.period_end = segment_macro.period_end
WHERE snapshot.period_end = $month_of_view AND segment_macro.period_end = $month_of_view
