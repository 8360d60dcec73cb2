-- Since when ends of contracts are on record, and how much time without one lies before it.
-- reads:  contract
-- writes: first_end, lost, years_before and years_after (of all contracts together, until and from
--         first_end)
SELECT
  first_end,
  CAST(sum(lost) AS DOUBLE) AS lost,
  CAST(sum(CASE WHEN started_on < first_end THEN date_diff('day', started_on, first_end) ELSE 0 END)
    AS DOUBLE) / 365.2425 AS years_before,
  CAST(sum(date_diff('day',
    CASE WHEN started_on < first_end THEN first_end ELSE started_on END,
    coalesce(ended_on, CAST($as_of AS DATE)))) AS DOUBLE) / 365.2425 AS years_after
FROM contract
CROSS JOIN (SELECT min(ended_on) AS first_end FROM contract WHERE lost = 1) AS seen
WHERE is_contract = 1 AND first_end IS NOT NULL
GROUP BY first_end
