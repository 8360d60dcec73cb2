-- The distinct lives of contracts, all that models need.
-- reads:  contract
-- writes: plan, months (begun), lost, entry (renewals made before $observed_from, the first day
--         that ends of contracts are known of; 0 for those begun after it), weight (contracts)
SELECT
  plan,
  months,
  CAST(lost AS DOUBLE) AS lost,
  CAST(CASE
    WHEN CAST($observed_from AS DATE) IS NULL OR started_on >= $observed_from THEN 0
    ELSE 12 * (extract(YEAR FROM CAST($observed_from AS DATE)) - extract(YEAR FROM started_on))
      + extract(MONTH FROM CAST($observed_from AS DATE)) - extract(MONTH FROM started_on)
      - CASE WHEN extract(DAY FROM CAST($observed_from AS DATE)) > due_day THEN 0 ELSE 1 END
  END AS DOUBLE) AS entry,
  CAST(count(*) AS DOUBLE) AS weight
FROM contract
WHERE is_contract = 1
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
