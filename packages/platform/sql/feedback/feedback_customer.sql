-- Where those who said something stand, and what they are worth.
-- reads:  feedback_item, customer_value ($horizon), segment_macro (its last month), warning
-- writes: one row a customer with answers: customer_id, macro, value_class, worth (contribution of the
--         horizon, else revenue, else purchases), at_stake (probability of an undesired change × worth;
--         NULL where nobody warns)
SELECT
  person.customer_id AS customer_id,
  segment.macro AS macro,
  valued.class AS value_class,
  coalesce(valued.contribution_discounted, valued.revenue_discounted, valued.expected_purchases) AS worth,
  warned.at_stake AS at_stake
FROM (SELECT DISTINCT customer_id FROM feedback_item WHERE customer_id IS NOT NULL) AS person
LEFT JOIN customer_value AS valued
  ON person.customer_id = valued.customer_id AND valued.horizon_months = $horizon
LEFT JOIN segment_macro AS segment
  ON person.customer_id = segment.customer_id
  AND segment.period_end = (SELECT max(period_end) FROM segment_macro)
LEFT JOIN warning AS warned
  ON person.customer_id = warned.customer_id AND warned.kind = 'undesired'
ORDER BY person.customer_id
