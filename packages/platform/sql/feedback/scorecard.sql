-- Satisfaction, loyalty and value of each macro segment, by quarter.
-- reads:  segment_period, segment_macro, feedback_item
-- writes: one row a segment and quarter: period_end, segment, customers (at its end); nps with
--         nps_low, nps_high (95 %, adjusted Wald) and nps_n, csat (share of 4 and 5) and csat_n: answers
--         of the quarter by who is in the segment at its end; loyalty: of who was in it at the end of
--         the quarter before (loyalty_n), the share that is active or new now; worth and
--         revenue_12m: of a customer in the mean
-- What rests on fewer than $smallest_group customers or answers is NULL.
WITH quarter AS (
  SELECT
    period_end,
    lag(period_end) OVER (ORDER BY period_end) AS previous_end,
    CAST(date_trunc('quarter', period_end) AS DATE) AS quarter_start
  FROM (
    SELECT DISTINCT period_end FROM segment_period WHERE level = 'macro' AND grain = 'quarter'
  ) AS ends
),
stock AS (
  SELECT period_end, segment, customers, worth, revenue_12m
  FROM segment_period
  WHERE level = 'macro' AND grain = 'quarter' AND customers > 0
),
answered AS (
  SELECT
    quarter.period_end AS period_end,
    place.macro AS segment,
    sum(CASE WHEN item.kind = 'nps' THEN 1e0 ELSE 0e0 END) AS nps_n,
    sum(CASE WHEN item.kind = 'nps' AND item.score >= 9 THEN 1e0 ELSE 0e0 END) AS promoters,
    sum(CASE WHEN item.kind = 'nps' AND item.score <= 6 THEN 1e0 ELSE 0e0 END) AS detractors,
    sum(CASE WHEN item.kind = 'csat' THEN 1e0 ELSE 0e0 END) AS csat_n,
    sum(CASE WHEN item.kind = 'csat' AND item.score >= 4 THEN 1e0 ELSE 0e0 END) AS content
  FROM feedback_item AS item
  JOIN quarter ON item.given_on BETWEEN quarter.quarter_start AND quarter.period_end
  JOIN segment_macro AS place
    ON item.customer_id = place.customer_id AND place.period_end = quarter.period_end
  WHERE item.score IS NOT NULL
  GROUP BY quarter.period_end, place.macro
),
kept AS (
  SELECT
    quarter.period_end AS period_end,
    earlier.macro AS segment,
    CAST(count(*) AS DOUBLE) AS loyalty_n,
    sum(CASE WHEN later.macro = 'new' OR later.macro LIKE 'active%' THEN 1e0 ELSE 0e0 END) AS loyal
  FROM quarter
  JOIN segment_macro AS earlier ON earlier.period_end = quarter.previous_end
  LEFT JOIN segment_macro AS later
    ON earlier.customer_id = later.customer_id AND later.period_end = quarter.period_end
  GROUP BY quarter.period_end, earlier.macro
),
told AS (
  SELECT
    stock.period_end AS period_end,
    stock.segment AS segment,
    CAST(stock.customers AS DOUBLE) AS customers,
    coalesce(answered.nps_n, 0) AS nps_n,
    100 * (promoters - detractors) / nullif(answered.nps_n, 0) AS nps,
    (promoters - detractors) / (answered.nps_n + 3) AS adjusted,
    sqrt(((promoters + detractors + 1.5) / (answered.nps_n + 3)
      - (promoters - detractors) * (promoters - detractors)
        / ((answered.nps_n + 3) * (answered.nps_n + 3))) / (answered.nps_n + 3)) AS adjusted_error,
    coalesce(answered.csat_n, 0) AS csat_n,
    content / nullif(answered.csat_n, 0) AS csat,
    coalesce(kept.loyalty_n, 0) AS loyalty_n,
    loyal / nullif(kept.loyalty_n, 0) AS loyalty,
    stock.worth / stock.customers AS worth,
    stock.revenue_12m / stock.customers AS revenue_12m
  FROM stock
  LEFT JOIN answered ON stock.period_end = answered.period_end AND stock.segment = answered.segment
  LEFT JOIN kept ON stock.period_end = kept.period_end AND stock.segment = kept.segment
)
SELECT
  period_end,
  segment,
  customers,
  nps_n,
  CASE WHEN nps_n >= $smallest_group THEN nps END AS nps,
  CASE WHEN nps_n >= $smallest_group THEN
    CASE WHEN adjusted - 1.96 * adjusted_error < -1 THEN -100 ELSE 100 * (adjusted - 1.96 * adjusted_error) END
  END AS nps_low,
  CASE WHEN nps_n >= $smallest_group THEN
    CASE WHEN adjusted + 1.96 * adjusted_error > 1 THEN 100 ELSE 100 * (adjusted + 1.96 * adjusted_error) END
  END AS nps_high,
  csat_n,
  CASE WHEN csat_n >= $smallest_group THEN csat END AS csat,
  loyalty_n,
  CASE WHEN loyalty_n >= $smallest_group THEN loyalty END AS loyalty,
  CASE WHEN customers >= $smallest_group THEN worth END AS worth,
  CASE WHEN customers >= $smallest_group THEN revenue_12m END AS revenue_12m
FROM told
ORDER BY period_end, segment
