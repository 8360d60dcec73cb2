-- Satisfaction, loyalty and value by macro segment; days are text, as files want them.
-- reads:  scorecard
-- writes: its rows of the latest $last quarters, the oldest first
SELECT
  CAST(period_end AS VARCHAR) AS period_end,
  segment, customers, nps, nps_low, nps_high, nps_n, csat, csat_n, loyalty, loyalty_n, worth, revenue_12m
FROM (
  SELECT scorecard.*, dense_rank() OVER (ORDER BY period_end DESC) AS quarters_back FROM scorecard
) AS ranked
WHERE quarters_back <= CAST($last AS INTEGER)
ORDER BY period_end, segment
