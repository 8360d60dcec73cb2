-- The segments of one customer at the ends of months, the earliest first.
-- reads:  segment_micro, segment_definition
-- writes: one row a month end: macro, segment (NULL before micro-segments), own, worth
SELECT
  placed.period_end AS period_end,
  placed.macro AS macro,
  known.segment AS segment,
  placed.own AS own,
  placed.worth AS worth
FROM segment_micro AS placed
LEFT JOIN segment_definition AS known
  ON placed.version = known.version AND placed.micro = known.micro
WHERE placed.customer_id = $customer
ORDER BY placed.period_end
