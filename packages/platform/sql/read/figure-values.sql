-- The values of one figure, or of all, by period and member. Days are text, as files want them.
-- reads:  figure_value, figure_mask
-- writes: figure, period_kind, period_start, period_end, is_complete, dimension, member, value,
--         numerator, denominator, n, low, high, is_provisional; the latest $last periods of the kind, all if NULL;
--         with $suppressed = 0 those that may be shown, with 1 those that rest on too few persons
SELECT
  found.figure,
  found.period_kind,
  CAST(found.period_start AS VARCHAR) AS period_start,
  CAST(found.period_end AS VARCHAR) AS period_end,
  found.is_complete = 1 AS is_complete,
  found.dimension,
  found.member,
  found.value,
  found.numerator,
  found.denominator,
  found.n,
  found.low,
  found.high,
  found.is_provisional = 1 AS is_provisional
FROM (
  SELECT
    figure_value.*,
    dense_rank() OVER (PARTITION BY figure ORDER BY period_start DESC) AS periods_back
  FROM figure_value
  WHERE period_kind = $period AND dimension = $dimension
    AND figure = coalesce(CAST($figure AS VARCHAR), figure)
    AND member = coalesce(CAST($member AS VARCHAR), member)
) AS found
LEFT JOIN figure_mask AS mask
  ON mask.masked = 1 AND found.figure = mask.figure AND found.dimension = mask.dimension
  AND found.member = mask.member AND found.period_kind = mask.period_kind
  AND found.period_start = mask.period_start
WHERE coalesce(mask.masked, 0) = CAST($suppressed AS INTEGER)
  AND (CAST($last AS INTEGER) IS NULL OR found.periods_back <= CAST($last AS INTEGER))
ORDER BY found.figure, found.member, found.period_start
