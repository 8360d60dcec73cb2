-- Where each customer stands among all at the end of a month, and what moved them since the last.
-- reads:  snapshot, rank_basis (what holds for all), rank_score (the forecast of each distinct x, t_x,
--         T), rank_contract (contracts as of then), rank_contract_score (the forecast of each distinct
--         contract), customer_rank (the month before)
-- writes: one row a customer and month end
-- worth = (expected purchases × expected spend + monthly fee × expected months) × margin of the next
-- $horizon months. Its change is shared out among the five exactly (Shapley: the mean over all orders
-- in which they can change; of a sum of products it is the sum of theirs). Without amounts or costs
-- the missing factors are 1. Who has no contract counts as having one of the same fee and no month
-- to come, so what begins or ends changes the months alone; likewise who never bought, the purchases.
-- A rank that moves against the customer's own worth was moved by others.
WITH order_forecast AS (
  SELECT
    snapshot.customer_id AS customer_id,
    CASE WHEN rank_score.expected_purchases IS NULL
      THEN snapshot.purchases_12m * rank_score.last_window_factor
      ELSE rank_score.expected_purchases
    END AS purchases_ahead,
    coalesce(
      (coalesce(rank_score.spend_strength, 0) * coalesce(rank_score.spend_mean, 0)
          + CASE WHEN own_revenue < 0 THEN 0 ELSE own_revenue END)
        / (coalesce(rank_score.spend_strength, 0) + snapshot.purchases),
      -- Beside fees in the currency, purchases without amounts count for nothing.
      CASE WHEN rank_basis.resume_share IS NULL THEN 1 ELSE 0 END) AS spend_ahead
  FROM snapshot
  CROSS JOIN rank_basis
  JOIN rank_score
    ON snapshot.purchases - 1 = rank_score.frequency
    AND snapshot.days_since_first_purchase - snapshot.days_since_purchase = rank_score.recency
    AND snapshot.days_since_first_purchase = rank_score.age
  WHERE snapshot.period_end = $period_end AND snapshot.purchases > 0
),
contract_forecast AS (
  SELECT
    customer_id,
    sum(fee) AS fee_ahead,
    CASE WHEN sum(fee) > 0 THEN sum(fee * months_ahead) / sum(fee) ELSE 0 END AS months_ahead
  FROM (
    SELECT
      rank_contract.customer_id AS customer_id,
      CASE rank_contract.state
        WHEN 'active' THEN rank_contract.monthly_fee
        WHEN 'paused' THEN rank_contract.monthly_fee * rank_basis.resume_share
        ELSE 0
      END AS fee,
      coalesce(rank_contract_score.months_ahead, 0) AS months_ahead
    FROM rank_contract
    CROSS JOIN rank_basis
    LEFT JOIN rank_contract_score
      ON rank_contract.plan = rank_contract_score.plan
      AND rank_contract.months = rank_contract_score.months
  ) AS contracts
  GROUP BY customer_id
),
forecast AS (
  SELECT
    coalesce(o.customer_id, c.customer_id) AS customer_id,
    coalesce(o.purchases_ahead, 0) AS expected_purchases,
    coalesce(o.spend_ahead, 0) AS expected_spend,
    coalesce(c.fee_ahead, 0) AS monthly_fee,
    coalesce(c.months_ahead, 0) AS expected_months,
    rank_basis.method AS method,
    coalesce(rank_basis.margin_rate, 1) AS margin_rate
  FROM order_forecast AS o
  FULL OUTER JOIN contract_forecast AS c ON o.customer_id = c.customer_id
  CROSS JOIN rank_basis
),
placed AS (
  SELECT
    forecast.*,
    (expected_purchases * expected_spend + monthly_fee * expected_months) * margin_rate AS worth,
    row_number() OVER (
      ORDER BY round((expected_purchases * expected_spend + monthly_fee * expected_months) * margin_rate, 6) DESC,
        customer_id
    ) AS place,
    count(*) OVER () AS customers
  FROM forecast
),
beside AS (
  SELECT
    placed.*,
    earlier.rank_place AS previous_place,
    earlier.worth AS previous_worth,
    earlier.expected_purchases AS p0,
    placed.expected_purchases AS p1,
    CASE WHEN earlier.expected_purchases = 0 AND earlier.expected_spend = 0
      THEN placed.expected_spend ELSE earlier.expected_spend END AS s0,
    CASE WHEN placed.expected_purchases = 0 AND placed.expected_spend = 0
      THEN earlier.expected_spend ELSE placed.expected_spend END AS s1,
    CASE WHEN earlier.monthly_fee = 0 THEN placed.monthly_fee ELSE earlier.monthly_fee END AS f0,
    CASE WHEN placed.monthly_fee = 0 THEN earlier.monthly_fee ELSE placed.monthly_fee END AS f1,
    earlier.expected_months AS m0,
    placed.expected_months AS m1,
    earlier.margin_rate AS g0,
    placed.margin_rate AS g1
  FROM placed
  LEFT JOIN (
    SELECT customer_id, rank_place, worth, expected_purchases, expected_spend, monthly_fee,
      expected_months, margin_rate
    FROM customer_rank WHERE period_end = $previous_end
  ) AS earlier ON placed.customer_id = earlier.customer_id
),
compared AS (
  SELECT
    beside.*,
    (p1 - p0) * (s0 * g0 / 3 + s1 * g1 / 3 + (s0 * g1 + s1 * g0) / 6) AS effect_purchases,
    (s1 - s0) * (p0 * g0 / 3 + p1 * g1 / 3 + (p0 * g1 + p1 * g0) / 6) AS effect_spend,
    (f1 - f0) * (m0 * g0 / 3 + m1 * g1 / 3 + (m0 * g1 + m1 * g0) / 6) AS effect_fee,
    (m1 - m0) * (f0 * g0 / 3 + f1 * g1 / 3 + (f0 * g1 + f1 * g0) / 6) AS effect_months,
    (g1 - g0) * (p0 * s0 / 3 + p1 * s1 / 3 + (p0 * s1 + p1 * s0) / 6
      + f0 * m0 / 3 + f1 * m1 / 3 + (f0 * m1 + f1 * m0) / 6) AS effect_margin
  FROM beside
),
largest AS (
  SELECT
    compared.*,
    greatest(greatest(greatest(abs(effect_purchases), abs(effect_spend)),
      greatest(abs(effect_fee), abs(effect_months))), abs(effect_margin)) AS largest_effect
  FROM compared
)
SELECT
  customer_id,
  CAST($period_end AS DATE) AS period_end,
  method,
  expected_purchases,
  expected_spend,
  monthly_fee,
  expected_months,
  margin_rate,
  worth,
  CAST(place AS INTEGER) AS rank_place,
  CAST(ceil(10.0 * place / customers) AS INTEGER) AS decile,
  CAST(previous_place AS INTEGER) AS previous_place,
  worth - previous_worth AS change,
  effect_purchases,
  effect_spend,
  effect_fee,
  effect_months,
  effect_margin,
  CASE
    WHEN previous_place IS NULL THEN 'new'
    WHEN previous_place = place THEN 'unchanged'
    WHEN (previous_place - place) * (worth - previous_worth) <= 0 THEN 'others'
    WHEN abs(effect_purchases) = largest_effect THEN 'purchases'
    WHEN abs(effect_spend) = largest_effect THEN 'spend'
    WHEN abs(effect_fee) = largest_effect THEN 'fee'
    WHEN abs(effect_margin) = largest_effect THEN 'margin'
    WHEN m0 = 0 THEN 'contract_begun'
    WHEN m1 = 0 THEN 'contract_ended'
    ELSE 'months'
  END AS reason
FROM largest
