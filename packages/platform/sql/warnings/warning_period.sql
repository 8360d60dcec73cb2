-- The month ends there are, numbered, with the spend that made a customer high at each.
-- reads:  segment_macro, segment_rule
-- writes: period_end, place (from 1), spend_high
WITH ends AS (
  SELECT DISTINCT period_end FROM segment_macro
),
chosen AS (
  SELECT
    ends.period_end AS period_end,
    coalesce(
      max(CASE WHEN segment_rule.valid_from <= ends.period_end THEN segment_rule.version END),
      min(segment_rule.version)
    ) AS rule_version
  FROM ends CROSS JOIN segment_rule
  GROUP BY ends.period_end
)
SELECT
  chosen.period_end AS period_end,
  CAST(row_number() OVER (ORDER BY chosen.period_end) AS DOUBLE) AS place,
  segment_rule.spend_high AS spend_high
FROM chosen JOIN segment_rule ON chosen.rule_version = segment_rule.version
