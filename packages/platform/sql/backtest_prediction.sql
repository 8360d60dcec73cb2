-- What each method foresaw at the end of calibration for every $every-th customer, beside what came.
-- reads:  calibration_summary, calibration_score, calibration_transition_value, purchase_day
-- writes: place (1 to n), customer_id, actual_*, and purchases and revenue of each method
-- Probability models take the spend drawn towards the mean of all, rules of thumb the customer's own.
SELECT
  CAST(row_number() OVER (ORDER BY customer_id) AS DOUBLE) AS place,
  customer_id,
  actual_purchases,
  CASE WHEN own_spend IS NULL THEN NULL ELSE coalesce(actual_revenue, 0) END AS actual_revenue,
  bg_nbd AS bg_nbd_purchases,
  bg_nbd * model_spend AS bg_nbd_revenue,
  mbg_nbd AS mbg_nbd_purchases,
  mbg_nbd * model_spend AS mbg_nbd_revenue,
  pareto_nbd AS pareto_nbd_purchases,
  pareto_nbd * model_spend AS pareto_nbd_revenue,
  formula AS formula_purchases,
  formula * own_spend AS formula_revenue,
  formula_retention AS formula_retention_purchases,
  formula_retention * own_spend AS formula_retention_revenue,
  repeat_rate AS repeat_rate_purchases,
  repeat_rate * own_spend AS repeat_rate_revenue,
  recent_purchases * $window_factor AS last_window_purchases,
  greatest(coalesce(recent_revenue, 0), 0) * $window_factor AS last_window_revenue,
  transition_purchases,
  transition_revenue,
  CAST(0 AS DOUBLE) AS zero_purchases,
  CAST(0 AS DOUBLE) AS zero_revenue,
  avg(CAST(purchases AS DOUBLE)) OVER () * $history_factor AS mean_purchases,
  avg(purchase_revenue) OVER () * $history_factor AS mean_revenue
FROM (
  SELECT
    s.customer_id AS customer_id,
    CAST(coalesce(holdout.purchases, 0) AS DOUBLE) AS actual_purchases,
    holdout.revenue AS actual_revenue,
    score.bg_nbd AS bg_nbd,
    score.mbg_nbd AS mbg_nbd,
    score.pareto_nbd AS pareto_nbd,
    score.formula AS formula,
    score.formula_retention AS formula_retention,
    score.repeat_rate AS repeat_rate,
    CASE WHEN $transition = 1 THEN moved.purchases END AS transition_purchases,
    CASE WHEN $transition = 1 THEN moved.revenue END AS transition_revenue,
    s.purchases AS purchases,
    s.recent_purchases AS recent_purchases,
    s.recent_revenue AS recent_revenue,
    s.purchase_revenue AS purchase_revenue,
    s.purchase_revenue / s.purchases AS own_spend,
    (CAST($spend_strength AS DOUBLE) * CAST($spend_mean AS DOUBLE)
        + s.spend_purchases * coalesce(s.spend_mean, 0))
      / (CAST($spend_strength AS DOUBLE) + s.spend_purchases) AS model_spend
  FROM (
    SELECT calibration_summary.*, row_number() OVER (ORDER BY customer_id) - 1 AS number
    FROM calibration_summary
  ) AS s
  JOIN calibration_score AS score
    ON s.frequency = score.frequency AND s.recency = score.recency AND s.age = score.age
  LEFT JOIN calibration_transition_value AS moved ON s.customer_id = moved.customer_id
  LEFT JOIN (
    SELECT customer_id, sum(is_purchase) AS purchases, round(sum(revenue), 4) AS revenue
    FROM purchase_day
    WHERE day > $calibration_end AND day <= $holdout_end
    GROUP BY customer_id
  ) AS holdout ON s.customer_id = holdout.customer_id
  WHERE mod(s.number, CAST($every AS BIGINT)) = 0
) AS foreseen
