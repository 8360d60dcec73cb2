-- What the contracts of each customer have brought and will bring.
-- reads:  contract, contract_score (the forecast of each distinct contract), horizon
-- writes: one row a customer and horizon: first_day, last_day, contracts (that run), monthly_fee
--         (what they pay now), revenue_historic, revenue_predicted, revenue_discounted,
--         revenue_staying (discounted, if nobody left), share_at_end (of the fees expected at the end
--         of the horizon; NULL without any)
-- A trial is worth nothing until it is paid for, a pause as far as pauses are paid again.
WITH running AS (
  SELECT
    contract.*,
    CASE WHEN state IN ('active', 'paused') THEN plan END AS running_plan,
    CASE WHEN $known_ends = 1 THEN coalesce(months_to_end - months, -1) ELSE -1 END AS months_left,
    CASE state
      WHEN 'active' THEN monthly_fee
      WHEN 'paused' THEN monthly_fee * CAST($resume_share AS DOUBLE)
      ELSE 0
    END AS fee
  FROM contract
)
SELECT
  c.customer_id AS customer_id,
  h.horizon_months AS horizon_months,
  min(c.started_on) AS first_day,
  max(c.last_day) AS last_day,
  CAST(sum(CASE WHEN c.running_plan IS NULL THEN 0 ELSE 1 END) AS INTEGER) AS contracts,
  CAST(round(sum(CASE WHEN c.state = 'active' THEN c.monthly_fee ELSE 0 END), 4) AS DOUBLE)
    AS monthly_fee,
  CAST(round(sum(c.revenue_historic), 4) AS DOUBLE) AS revenue_historic,
  sum(c.fee * coalesce(s.expected_months, 0)) AS revenue_predicted,
  sum(c.fee * coalesce(s.discounted_months, 0)) AS revenue_discounted,
  sum(c.fee * coalesce(s.staying_months, 0)) AS revenue_staying,
  CASE WHEN sum(c.fee) > 0 THEN sum(c.fee * coalesce(s.survival, 0)) / sum(c.fee) END AS share_at_end
FROM running AS c
CROSS JOIN horizon AS h
LEFT JOIN contract_score AS s
  ON c.running_plan = s.plan AND c.months = s.months AND c.due_day = s.due_day
  AND c.months_left = s.months_left AND h.horizon_months = s.horizon_months
GROUP BY c.customer_id, h.horizon_months
