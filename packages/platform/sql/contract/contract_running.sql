-- The distinct contracts that run, all that a forecast needs.
-- reads:  contract
-- writes: plan, months (begun), due_day, months_left (due until the end on record; -1 where none is
--         on record, or $known_ends is 0 because it was not known yet)
SELECT
  plan,
  months,
  due_day,
  CASE WHEN $known_ends = 1 THEN coalesce(months_to_end - months, -1) ELSE -1 END AS months_left
FROM contract
WHERE is_contract = 1 AND ended_on IS NULL
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
