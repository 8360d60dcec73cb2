-- The month ends there are, numbered, with the spend that made a customer high at each.
-- reads:  snapshot, segment_rule
-- writes: period_end, place (from 1), spend_high
SELECT
  ends.period_end AS period_end,
  CAST(row_number() OVER (ORDER BY ends.period_end) AS DOUBLE) AS place,
  segment_rule.spend_high AS spend_high
FROM (SELECT DISTINCT period_end FROM segment_macro) AS ends
JOIN segment_rule ON segment_rule.version = (
  SELECT coalesce(max(CASE WHEN valid_from <= ends.period_end THEN version END), min(version))
  FROM segment_rule
)
