-- What the contracts of each customer have brought and will bring.
-- reads:  contract, contract_score (the forecast of each distinct contract), horizon
-- writes: one row a customer and horizon: first_day, last_day, contracts (that run), monthly_fee
--         (what they pay now), revenue_historic, revenue_predicted, revenue_discounted,
--         revenue_staying (discounted, if nobody left), share_at_end (of the fees expected at the end
--         of the horizon; NULL without any)
-- A trial is worth nothing until it is paid for, a pause as far as pauses are paid again.
SELECT
  customer_id,
  horizon_months,
  min(started_on) AS first_day,
  max(last_day) AS last_day,
  CAST(sum(is_running) AS INTEGER) AS contracts,
  CAST(round(sum(CASE WHEN state = 'active' THEN monthly_fee ELSE 0 END), 4) AS DOUBLE) AS monthly_fee,
  CAST(round(sum(revenue_historic), 4) AS DOUBLE) AS revenue_historic,
  sum(fee * expected_months) AS revenue_predicted,
  sum(fee * discounted_months) AS revenue_discounted,
  sum(fee * staying_months) AS revenue_staying,
  CASE WHEN sum(fee) > 0 THEN sum(fee * survival) / sum(fee) END AS share_at_end
FROM (
  SELECT
    c.customer_id AS customer_id,
    h.horizon_months AS horizon_months,
    c.started_on AS started_on,
    c.last_day AS last_day,
    c.state AS state,
    c.monthly_fee AS monthly_fee,
    c.revenue_historic AS revenue_historic,
    CASE WHEN c.state IN ('active', 'paused') THEN 1 ELSE 0 END AS is_running,
    CASE c.state
      WHEN 'active' THEN c.monthly_fee
      WHEN 'paused' THEN c.monthly_fee * CAST($resume_share AS DOUBLE)
      ELSE 0
    END AS fee,
    coalesce(s.expected_months, 0) AS expected_months,
    coalesce(s.discounted_months, 0) AS discounted_months,
    coalesce(s.staying_months, 0) AS staying_months,
    coalesce(s.survival, 0) AS survival
  FROM contract AS c
  CROSS JOIN horizon AS h
  LEFT JOIN contract_score AS s
    ON c.state IN ('active', 'paused') AND c.plan = s.plan AND c.months = s.months
    AND c.due_day = s.due_day AND h.horizon_months = s.horizon_months
    AND CASE WHEN $known_ends = 1 THEN coalesce(c.months_to_end - c.months, -1) ELSE -1 END
      = s.months_left
) AS forecast
GROUP BY customer_id, horizon_months
