-- What the transition method foresees of each customer, with the parts it is the product of.
-- reads:  transition_score, transition_customer
-- writes: one row a customer and horizon; see docs/metrics.md
SELECT
  c.customer_id AS customer_id,
  s.horizon_months AS horizon_months,
  s.base_purchases AS base_purchases,
  s.base_spend AS base_spend,
  s.segment_factor AS segment_factor,
  s.engine_factor AS engine_factor,
  s.purchases AS purchases,
  s.revenue AS revenue,
  s.discount_ratio AS discount_ratio,
  s.state AS state,
  s.segment AS segment,
  s.extrapolated AS extrapolated
FROM transition_score AS s JOIN transition_customer AS c ON s.place = c.place
