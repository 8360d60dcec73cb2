-- What each segment was in a period: its stock, who came and went, what it brought.
-- reads:  segment_move
-- writes: one row a level, grain, period end and segment with customers in it or leaving it:
--         customers; first_seen, came (new to us, from other segments); stayed, went (to other
--         segments), went_by_time (of them those who bought nothing meanwhile), gone (known no more);
--         customers_before and stay_rate; purchases and revenue of the period, revenue of twelve
--         months, worth; the change of customers, revenue and worth
WITH arrived AS (
  SELECT
    level, grain, period_end,
    to_segment AS segment,
    sum(customers) AS customers,
    sum(CASE WHEN from_segment = '' THEN customers ELSE 0 END) AS first_seen,
    sum(CASE WHEN from_segment NOT IN ('', to_segment) THEN customers ELSE 0 END) AS came,
    sum(CASE WHEN from_segment = to_segment THEN customers ELSE 0 END) AS stayed,
    sum(purchases) AS purchases,
    sum(revenue) AS revenue,
    sum(revenue_after) AS revenue_12m,
    sum(worth_after) AS worth
  FROM segment_move
  WHERE to_segment <> ''
  GROUP BY level, grain, period_end, to_segment
),
left_behind AS (
  SELECT
    level, grain, period_end,
    from_segment AS segment,
    sum(customers) AS still_known,
    sum(CASE WHEN from_segment <> to_segment THEN customers ELSE 0 END) AS went,
    sum(CASE WHEN from_segment <> to_segment THEN aged ELSE 0 END) AS went_by_time
  FROM segment_move
  WHERE from_segment <> ''
  GROUP BY level, grain, period_end, from_segment
),
both_sides AS (
  SELECT
    coalesce(arrived.level, left_behind.level) AS level,
    coalesce(arrived.grain, left_behind.grain) AS grain,
    coalesce(arrived.period_end, left_behind.period_end) AS period_end,
    coalesce(arrived.segment, left_behind.segment) AS segment,
    coalesce(customers, 0) AS customers,
    coalesce(first_seen, 0) AS first_seen,
    coalesce(came, 0) AS came,
    coalesce(stayed, 0) AS stayed,
    coalesce(went, 0) AS went,
    coalesce(went_by_time, 0) AS went_by_time,
    coalesce(still_known, 0) AS still_known,
    coalesce(purchases, 0) AS purchases,
    revenue,
    revenue_12m,
    worth
  FROM arrived FULL OUTER JOIN left_behind
    ON arrived.level = left_behind.level AND arrived.grain = left_behind.grain
    AND arrived.period_end = left_behind.period_end AND arrived.segment = left_behind.segment
),
followed AS (
  SELECT
    both_sides.*,
    lag(customers) OVER (PARTITION BY level, grain, segment ORDER BY period_end) AS listed_before,
    lag(revenue) OVER (PARTITION BY level, grain, segment ORDER BY period_end) AS revenue_before,
    lag(worth) OVER (PARTITION BY level, grain, segment ORDER BY period_end) AS worth_before
  FROM both_sides
)
SELECT
  level,
  grain,
  period_end,
  segment,
  customers,
  first_seen,
  came,
  stayed,
  went,
  went_by_time,
  CASE WHEN listed_before > still_known THEN listed_before - still_known ELSE 0 END AS gone,
  still_known AS customers_before,
  CASE WHEN still_known > 0 THEN stayed / still_known END AS stay_rate,
  purchases,
  revenue,
  revenue_12m,
  worth,
  customers - still_known AS change_of_customers,
  revenue - revenue_before AS change_of_revenue,
  worth - worth_before AS change_of_worth
FROM followed
ORDER BY level, grain, period_end, segment
