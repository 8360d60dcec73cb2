-- What is foreseen of each distinct (x, t_x, T) for each horizon, from the nodes of a grid.
-- reads:  score_frequency, score_alive, score_ahead (see src/pipeline/score-grid.ts), and
--         cells_of_customers: the distinct frequency, recency and age, in days
-- writes: frequency, recency, age, horizon, probability_alive, probability_no_purchase,
--         expected_purchases, discount_ratio
-- Once it is known that a customer is active, what comes depends on x and T only: it is P(active)
-- times that. Between nodes the growth of the odds of having left is linear in x, in the silence as a
-- share of the longest there can be, and in ln(T + $scale); so are the logarithm of the purchases to
-- come (in ln x), the ratio of discounting and the logit of no purchase.
WITH located AS (
  SELECT
    cells.frequency AS frequency,
    recency,
    age,
    x_node,
    x,
    x_log,
    odds,
    ln((age + $scale) / (1 + $scale)) / $t_step AS t_at,
    CASE
      WHEN cells.frequency > 0 AND age > 1
        THEN ln((age + $scale) / (recency + $scale)) / ln((age + $scale) / (1 + $scale))
      ELSE CAST(0 AS DOUBLE)
    END AS silence
  FROM (cells_of_customers) AS cells
  JOIN score_frequency ON cells.frequency = score_frequency.frequency
),
numbered AS (
  SELECT
    located.*,
    greatest(0, least(floor(t_at), $t_last - 1)) AS t_node,
    least(floor(ln(1 + $bend * silence) / ln(1 + $bend) * $s_last), $s_last - 1) AS s_node
  FROM located
),
weighed AS (
  SELECT
    numbered.*,
    t_at - t_node AS t,
    (1 + $bend * silence - power(1 + $bend, s_node / $s_last))
      / (power(1 + $bend, (s_node + 1) / $s_last) - power(1 + $bend, s_node / $s_last)) AS s
  FROM numbered
),
living AS (
  SELECT
    weighed.*,
    1 / (1 + odds * (exp(
      (1 - x) * ((1 - s) * ((1 - t) * growth_000 + t * growth_001) + s * ((1 - t) * growth_010 + t * growth_011))
      + x * ((1 - s) * ((1 - t) * growth_100 + t * growth_101) + s * ((1 - t) * growth_110 + t * growth_111))
    ) - $from_one)) AS alive
  FROM weighed JOIN score_alive
    ON weighed.x_node = score_alive.x_node
    AND weighed.s_node = score_alive.s_node
    AND weighed.t_node = score_alive.t_node
)
SELECT
  frequency,
  recency,
  age,
  horizon,
  alive AS probability_alive,
  1 - alive / (1 + exp(
    (1 - x) * ((1 - t) * quiet_00 + t * quiet_01) + x * ((1 - t) * quiet_10 + t * quiet_11)
  )) AS probability_no_purchase,
  alive * exp(
    (1 - x_log) * ((1 - t) * expected_00 + t * expected_01)
      + x_log * ((1 - t) * expected_10 + t * expected_11)
  ) AS expected_purchases,
  (1 - x) * ((1 - t) * ratio_00 + t * ratio_01) + x * ((1 - t) * ratio_10 + t * ratio_11) AS discount_ratio
FROM living JOIN score_ahead
  ON living.x_node = score_ahead.x_node AND living.t_node = score_ahead.t_node
