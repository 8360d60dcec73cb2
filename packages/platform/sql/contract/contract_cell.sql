-- The distinct lives of contracts, all that models need.
-- reads:  contract
-- writes: plan, months (begun), lost, entry (renewals due before the first end of any
--         contract, while nobody is known to have left), weight (contracts)
SELECT
  plan,
  months,
  CAST(lost AS DOUBLE) AS lost,
  CAST(CASE
    WHEN first_end IS NULL OR started_on >= first_end THEN 0
    ELSE 12 * (extract(YEAR FROM first_end) - extract(YEAR FROM started_on))
      + extract(MONTH FROM first_end) - extract(MONTH FROM started_on)
      - CASE WHEN extract(DAY FROM first_end) > due_day THEN 0 ELSE 1 END
  END AS DOUBLE) AS entry,
  CAST(count(*) AS DOUBLE) AS weight
FROM contract
CROSS JOIN (SELECT min(CASE WHEN lost = 1 THEN ended_on END) AS first_end FROM contract) AS ends
WHERE is_contract = 1
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
