-- The spend of twelve months of an even sample of the active customers at a month's end, to learn
-- tiers from; without those who are new.
-- reads:  snapshot at $end
-- writes: spend, of at most $most customers
SELECT spend
FROM (
  SELECT
    spend,
    row_number() OVER (ORDER BY customer_id) AS place,
    count(*) OVER () AS customers
  FROM (
    SELECT
      customer_id,
      CAST(spend_of_year + 12 * contract_fee AS DOUBLE) AS spend,
      purchases,
      days_since_first_purchase AS tenure,
      contract_days AS contract_tenure,
      CASE WHEN contracts_running > 0 THEN 0 ELSE days_since_purchase END AS silence
    FROM snapshot
    WHERE period_end = $end
  ) AS known
  WHERE silence <= $active_days AND NOT (
    purchases <= 1 AND coalesce(tenure, 0) <= $new_days AND coalesce(contract_tenure, 0) <= $new_days
  )
) AS numbered
WHERE mod(place, CAST(ceil(CAST(customers AS DOUBLE) / $most) AS BIGINT)) = 0
ORDER BY place
