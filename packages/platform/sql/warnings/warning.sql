-- Everybody to whom a change could come: how likely, what it is worth, and whom to look at first.
-- reads:  warning_score, customer_value ($horizon_months)
-- writes: one row a customer and kind
-- at_stake: undesired, probability × value of the first horizon; desired, probability × the spend
-- that is missing to the highest tier. Without amounts purchases stand in. Those with the most at
-- stake are alerts, as many as the budget $budget allows of all to whom the change could come.
WITH weighed AS (
  SELECT
    warning_score.*,
    coalesce(
      customer_value.contribution_discounted,
      customer_value.revenue_discounted,
      customer_value.expected_purchases,
      0
    ) AS customer_worth
  FROM warning_score LEFT JOIN customer_value
    ON warning_score.customer_id = customer_value.customer_id
    AND customer_value.horizon_months = $horizon_months
),
staked AS (
  SELECT
    weighed.*,
    CASE
      WHEN kind = 'desired' THEN probability * gap
      WHEN customer_worth > 0 THEN probability * customer_worth
      ELSE 0
    END AS stake
  FROM weighed
),
placed AS (
  SELECT
    staked.*,
    row_number() OVER (
      PARTITION BY kind ORDER BY round(stake, 6) DESC, round(probability, 9) DESC, customer_id
    ) AS place,
    count(*) OVER (PARTITION BY kind) AS eligible
  FROM staked
)
SELECT
  customer_id,
  kind,
  CAST($period_end AS DATE) AS period_end,
  macro,
  probability,
  customer_worth,
  gap,
  stake AS at_stake,
  CAST(place AS INTEGER) AS rank_place,
  CAST(CASE WHEN place <= ceil(eligible * CAST($budget AS DOUBLE)) THEN 1 ELSE 0 END AS INTEGER)
    AS is_alert,
  term_1, shown_1, effect_1, term_2, shown_2, effect_2, term_3, shown_3, effect_3
FROM placed
