-- One row a contract as it stood at the end of $as_of.
-- reads:  subscriptions
-- writes: customer_id, subscription_id, contract_no (1, 2, … of one subscription), plan, state
--         (active, paused, trial, ended), started_on (the first day that is no trial), ended_on (the
--         first day without; NULL while it runs), ends_on (a later end on record), months (begun so
--         far), months_to_end (until ends_on), due_day, monthly_fee (in a pause the one before it),
--         lost and is_contract (0 or 1; trials alone are none), paid_months, revenue_historic,
--         last_day, phases, overlapped, gap_days, closed_phases, year_phases (of them those of whole
--         years), pauses_over, pauses_resumed (of them those that were paid again)
-- A contract is one stretch of phases of one subscription; after $gap_days days without a phase
-- another one begins. A phase ends at the latest where the next one begins: the latest wins. One
-- that ends before it starts, or starts after $as_of, counts for nothing; what ends after $as_of
-- has not ended yet. A month is due on the day of the month that the contract began on, or on the
-- last day of a shorter month, at the fee of that day's phase; trials and pauses are free. Months
-- due from day a to before day b: the difference of their months, plus 1 where b's day is later.
WITH phase AS (
  SELECT
    customer_id,
    coalesce(subscription_id, 'line ' || CAST(import_id AS VARCHAR) || '/' || CAST(line AS VARCHAR))
      AS subscription_id,
    coalesce(plan, '') AS plan,
    coalesce(state, 'active') AS state,
    coalesce(CAST(monthly_fee AS DOUBLE), 0) AS fee,
    started_on,
    CASE WHEN ended_on <= $as_of THEN ended_on END AS ended_on,
    CASE WHEN ended_on > $as_of THEN ended_on END AS ends_on,
    import_id,
    line
  FROM subscriptions
  WHERE customer_id IS NOT NULL AND started_on <= $as_of
    AND (ended_on IS NULL OR ended_on >= started_on)
    AND coalesce(currency, $currency) = $currency
),
numbered AS (
  SELECT
    phase.*,
    row_number() OVER w AS place,
    lead(started_on) OVER w AS next_start,
    lead(state) OVER w AS next_state
  FROM phase
  WINDOW w AS (PARTITION BY customer_id, subscription_id ORDER BY started_on, import_id, line)
),
bounded AS (
  SELECT
    numbered.*,
    CASE WHEN ended_on IS NULL OR next_start < ended_on THEN next_start ELSE ended_on END AS until_day
  FROM numbered
),
spaced AS (
  SELECT
    bounded.*,
    date_diff('day', lag(until_day) OVER w, started_on) AS gap
  FROM bounded
  WINDOW w AS (PARTITION BY customer_id, subscription_id ORDER BY place)
),
stretched AS (
  SELECT
    spaced.*,
    CAST(1 + sum(CASE WHEN gap >= $gap_days THEN 1 ELSE 0 END) OVER w AS INTEGER) AS contract_no
  FROM spaced
  WINDOW w AS (PARTITION BY customer_id, subscription_id ORDER BY place ROWS UNBOUNDED PRECEDING)
),
begun AS (
  SELECT
    stretched.*,
    coalesce(min(CASE WHEN state <> 'trial' THEN started_on END) OVER w, min(started_on) OVER w)
      AS contract_start,
    max(place) OVER w AS last_place,
    max(CASE WHEN state = 'active' THEN place END) OVER w AS active_place
  FROM stretched
  WINDOW w AS (PARTITION BY customer_id, subscription_id, contract_no)
),
dated AS (
  SELECT
    begun.*,
    12 * extract(YEAR FROM contract_start) + extract(MONTH FROM contract_start) AS start_month,
    extract(DAY FROM contract_start) AS start_day,
    12 * extract(YEAR FROM started_on) + extract(MONTH FROM started_on)
      + CASE WHEN extract(DAY FROM started_on) > extract(DAY FROM contract_start) THEN 1 ELSE 0 END
      AS from_due,
    12 * extract(YEAR FROM coalesce(until_day, $day_after)) + extract(MONTH FROM coalesce(until_day, $day_after))
      + CASE WHEN extract(DAY FROM coalesce(until_day, $day_after)) > extract(DAY FROM contract_start)
        THEN 1 ELSE 0 END AS to_due,
    12 * extract(YEAR FROM ends_on) + extract(MONTH FROM ends_on)
      + CASE WHEN extract(DAY FROM ends_on) > extract(DAY FROM contract_start) THEN 1 ELSE 0 END
      AS end_due,
    CAST(date_diff('day', started_on, ended_on) AS DOUBLE) AS days
  FROM begun
),
contract AS (
  SELECT
    customer_id,
    subscription_id,
    contract_no,
    contract_start,
    start_day,
    max(CASE WHEN place = last_place THEN plan END) AS plan,
    max(CASE WHEN place = last_place THEN state END) AS state,
    max(CASE WHEN place = last_place THEN until_day END) AS ended_on,
    max(CASE WHEN place = last_place THEN ends_on END) AS ends_on,
    max(CASE WHEN place = last_place THEN to_due END) - start_month AS months,
    max(CASE WHEN place = last_place THEN end_due END) - start_month AS months_to_end,
    coalesce(max(CASE WHEN place = active_place THEN fee END), 0) AS monthly_fee,
    max(CASE WHEN state <> 'trial' THEN 1 ELSE 0 END) AS is_contract,
    sum(CASE WHEN state = 'active' THEN to_due - from_due ELSE 0 END) AS paid_months,
    sum(CASE WHEN state = 'active' THEN fee * (to_due - from_due) ELSE 0 END) AS revenue,
    count(*) AS phases,
    sum(CASE WHEN next_start < ended_on OR (ended_on IS NULL AND next_start IS NOT NULL)
      THEN 1 ELSE 0 END) AS overlapped,
    sum(CASE WHEN gap > 0 AND gap < $gap_days THEN gap ELSE 0 END) AS gap_days,
    sum(CASE WHEN state <> 'trial' AND days IS NOT NULL THEN 1 ELSE 0 END) AS closed_phases,
    sum(CASE WHEN state <> 'trial' AND days > 360
        AND abs(days - 365.2425 * round(days / 365.2425)) <= 1.5 THEN 1 ELSE 0 END) AS year_phases,
    sum(CASE WHEN state = 'paused' AND until_day IS NOT NULL THEN 1 ELSE 0 END) AS pauses_over,
    sum(CASE WHEN state = 'paused' AND until_day IS NOT NULL AND place < last_place
        AND next_state = 'active' THEN 1 ELSE 0 END) AS pauses_resumed
  FROM dated
  GROUP BY customer_id, subscription_id, contract_no, contract_start, start_month, start_day
)
SELECT
  customer_id,
  subscription_id,
  contract_no,
  plan,
  CASE
    WHEN ended_on IS NOT NULL THEN 'ended'
    WHEN is_contract = 0 THEN 'trial'
    WHEN state = 'active' THEN 'active'
    ELSE 'paused'
  END AS state,
  contract_start AS started_on,
  ended_on,
  ends_on,
  CAST(greatest(months, 1) AS DOUBLE) AS months,
  CAST(months_to_end AS DOUBLE) AS months_to_end,
  CAST(start_day AS DOUBLE) AS due_day,
  monthly_fee,
  CAST(CASE WHEN is_contract = 1 AND ended_on IS NOT NULL THEN 1 ELSE 0 END AS INTEGER) AS lost,
  CAST(is_contract AS INTEGER) AS is_contract,
  CAST(paid_months AS DOUBLE) AS paid_months,
  CAST(round(revenue, 4) AS DOUBLE) AS revenue_historic,
  CASE WHEN ended_on IS NULL THEN CAST($as_of AS DATE) ELSE greatest(contract_start, ended_on) END AS last_day,
  CAST(phases AS DOUBLE) AS phases,
  CAST(overlapped AS DOUBLE) AS overlapped,
  CAST(gap_days AS DOUBLE) AS gap_days,
  CAST(closed_phases AS DOUBLE) AS closed_phases,
  CAST(year_phases AS DOUBLE) AS year_phases,
  CAST(pauses_over AS DOUBLE) AS pauses_over,
  CAST(pauses_resumed AS DOUBLE) AS pauses_resumed
FROM contract
