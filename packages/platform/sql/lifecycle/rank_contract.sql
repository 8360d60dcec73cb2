-- The contracts as they stood at the end of a month. An end that lay ahead by then was not known.
-- reads:  rank_phase
-- writes: customer_id, plan, state (active; paused, as contract.sql calls all that is not; ended),
--         monthly_fee, months (begun so far: those due up to and with the month's end)
SELECT
  customer_id,
  plan,
  CASE WHEN until_day <= $period_end THEN 'ended' WHEN state = 'active' THEN 'active' ELSE 'paused' END
    AS state,
  fee AS monthly_fee,
  CAST(greatest(1,
    12 * (extract(YEAR FROM CAST($day_after AS DATE)) - extract(YEAR FROM contract_start))
      + extract(MONTH FROM CAST($day_after AS DATE)) - extract(MONTH FROM contract_start)
      + CASE WHEN extract(DAY FROM CAST($day_after AS DATE)) > extract(DAY FROM contract_start)
        THEN 1 ELSE 0 END) AS DOUBLE) AS months
FROM rank_phase
WHERE started_on <= $period_end
