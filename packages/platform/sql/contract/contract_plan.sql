-- What the contracts of each plan tell of its renewals and pauses.
-- reads:  contract
-- writes: plan, contracts, lost, closed_phases and year_phases (of them those of whole years),
--         pauses_over and pauses_resumed
SELECT
  plan,
  CAST(count(*) AS DOUBLE) AS contracts,
  CAST(sum(lost) AS DOUBLE) AS lost,
  sum(closed_phases) AS closed_phases,
  sum(year_phases) AS year_phases,
  sum(pauses_over) AS pauses_over,
  sum(pauses_resumed) AS pauses_resumed
FROM contract
WHERE is_contract = 1
GROUP BY plan
ORDER BY plan
