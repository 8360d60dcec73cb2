-- What the transition method multiplies for a customer, with what was seen of customers like it.
-- reads:  transition_value, transition_correction
-- writes: one row a horizon: the columns of transition_value, and rule and observation
SELECT
  moved.*,
  correction.rule_de AS rule_de,
  correction.rule_en AS rule_en,
  correction.seen AS seen,
  correction.observed AS observed,
  correction.low AS low,
  correction.high AS high
FROM transition_value AS moved
LEFT JOIN transition_correction AS correction
  ON moved.horizon_months = correction.horizon_months AND moved.segment = correction.segment
WHERE moved.customer_id = $own
