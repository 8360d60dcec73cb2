-- Where each customer stands among all at the end of a month, and what moved them since the last.
-- reads:  snapshot, rank_score (the forecast of each distinct x, t_x, T), customer_rank (the month
--         before)
-- writes: one row a customer and month end
-- worth = expected purchases × expected spend × margin of the next $horizon months. Its change is
-- shared out among the three exactly (Shapley: the mean over all orders in which they can change).
-- Without amounts or costs the missing factors are 1. A rank that moves against the customer's own
-- worth was moved by others.
WITH forecast AS (
  SELECT
    snapshot.customer_id AS customer_id,
    rank_score.method AS method,
    CASE WHEN rank_score.expected_purchases IS NULL
      THEN snapshot.purchases_12m * rank_score.last_window_factor
      ELSE rank_score.expected_purchases
    END AS expected_purchases,
    coalesce(
      (coalesce(rank_score.spend_strength, 0) * coalesce(rank_score.spend_mean, 0)
          + CASE WHEN own_revenue < 0 THEN 0 ELSE own_revenue END)
        / (coalesce(rank_score.spend_strength, 0) + snapshot.purchases),
      1) AS expected_spend,
    coalesce(rank_score.margin_rate, 1) AS margin_rate
  FROM snapshot JOIN rank_score
    ON snapshot.purchases - 1 = rank_score.frequency
    AND snapshot.days_since_first_purchase - snapshot.days_since_purchase = rank_score.recency
    AND snapshot.days_since_first_purchase = rank_score.age
  WHERE snapshot.period_end = $period_end AND snapshot.purchases > 0
),
placed AS (
  SELECT
    forecast.*,
    expected_purchases * expected_spend * margin_rate AS worth,
    row_number() OVER (
      ORDER BY round(expected_purchases * expected_spend * margin_rate, 6) DESC, customer_id
    ) AS place,
    count(*) OVER () AS customers
  FROM forecast
),
compared AS (
  SELECT
    placed.*,
    earlier.rank_place AS previous_place,
    earlier.worth AS previous_worth,
    (placed.expected_purchases - earlier.expected_purchases)
      * (earlier.expected_spend * earlier.margin_rate / 3 + placed.expected_spend * placed.margin_rate / 3
        + (earlier.expected_spend * placed.margin_rate + placed.expected_spend * earlier.margin_rate) / 6)
      AS effect_purchases,
    (placed.expected_spend - earlier.expected_spend)
      * (earlier.expected_purchases * earlier.margin_rate / 3 + placed.expected_purchases * placed.margin_rate / 3
        + (earlier.expected_purchases * placed.margin_rate + placed.expected_purchases * earlier.margin_rate) / 6)
      AS effect_spend,
    (placed.margin_rate - earlier.margin_rate)
      * (earlier.expected_purchases * earlier.expected_spend / 3 + placed.expected_purchases * placed.expected_spend / 3
        + (earlier.expected_purchases * placed.expected_spend + placed.expected_purchases * earlier.expected_spend) / 6)
      AS effect_margin
  FROM placed
  LEFT JOIN (
    SELECT customer_id, rank_place, worth, expected_purchases, expected_spend, margin_rate
    FROM customer_rank WHERE period_end = $previous_end
  ) AS earlier ON placed.customer_id = earlier.customer_id
)
SELECT
  customer_id,
  CAST($period_end AS DATE) AS period_end,
  method,
  expected_purchases,
  expected_spend,
  margin_rate,
  worth,
  CAST(place AS INTEGER) AS rank_place,
  CAST(ceil(10.0 * place / customers) AS INTEGER) AS decile,
  CAST(previous_place AS INTEGER) AS previous_place,
  worth - previous_worth AS change,
  effect_purchases,
  effect_spend,
  effect_margin,
  CASE
    WHEN previous_place IS NULL THEN 'new'
    WHEN previous_place = place THEN 'unchanged'
    WHEN (previous_place - place) * (worth - previous_worth) <= 0 THEN 'others'
    WHEN abs(effect_purchases) >= abs(effect_spend) AND abs(effect_purchases) >= abs(effect_margin) THEN 'purchases'
    WHEN abs(effect_spend) >= abs(effect_margin) THEN 'spend'
    ELSE 'margin'
  END AS reason
FROM compared
