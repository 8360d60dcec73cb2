-- Who left in the months after a period end, by what was known of them at it.
-- reads:  snapshot at $period_end and at $outcome_end
-- writes: kind, band, measure (health; days: since the last purchase, or of the contract), score,
--         churned, stayed
-- A customer of kind contract left whose contracts have all ended; one of kind shop, who did not buy
-- and has no contract. What ends in …_of_settings stands for the health at the earlier end, and for
-- features of contracts where there are any.
WITH judged AS (
  SELECT
    earlier.kind AS kind,
    earlier.band AS band,
    earlier.score AS score,
    CASE
      WHEN earlier.kind = 'contract' THEN then_known.tenure_days
      ELSE -then_known.days_since_purchase
    END AS plain_score,
    CASE
      WHEN coalesce(later.contracts_then, 0) >= 1 THEN 0
      WHEN earlier.kind = 'contract' THEN 1
      WHEN later.days_since_purchase < date_diff('day', CAST($period_end AS DATE), CAST($outcome_end AS DATE))
        THEN 0
      ELSE 1
    END AS churned
  FROM (health_of_settings) AS earlier
  JOIN (
    SELECT customer_id, days_since_purchase, tenure_of_settings AS tenure_days
    FROM snapshot
    WHERE period_end = $period_end
  ) AS then_known ON earlier.customer_id = then_known.customer_id
  JOIN (
    SELECT customer_id, days_since_purchase, contracts_of_settings AS contracts_then
    FROM snapshot
    WHERE period_end = $outcome_end
  ) AS later ON earlier.customer_id = later.customer_id
)
SELECT kind, band, 'health' AS measure, CAST(score AS DOUBLE) AS score,
  CAST(sum(churned) AS DOUBLE) AS churned, CAST(sum(1 - churned) AS DOUBLE) AS stayed
FROM judged
GROUP BY kind, band, score
UNION ALL
SELECT kind, band, 'days', CAST(plain_score AS DOUBLE), CAST(sum(churned) AS DOUBLE),
  CAST(sum(1 - churned) AS DOUBLE)
FROM judged
WHERE score IS NOT NULL
GROUP BY kind, band, plain_score
