-- What the segments of corrections do to the forecasts of today's customers.
-- reads:  transition_score
-- writes: one row a horizon and segment: customers, and the sums of the base forecast before and
--         after the correction; of purchases where there are no amounts
SELECT
  horizon_months,
  segment,
  CAST(count(*) AS DOUBLE) AS customers,
  sum(base_purchases * coalesce(base_spend, 1)) AS base,
  sum(base_purchases * coalesce(base_spend, 1) * segment_factor) AS corrected
FROM transition_score
GROUP BY horizon_months, segment
ORDER BY horizon_months, segment
