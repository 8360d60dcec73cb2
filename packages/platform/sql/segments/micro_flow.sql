-- How many customers went from which segment to which by the end of a month, and of a quarter.
-- reads:  segment_micro, snapshot
-- writes: one row a grain (month, quarter), period end, and segments now and before (NULL for who is
--         new to us): customers; idle, those who bought nothing meanwhile; purchases and revenue
--         of the period; revenue of twelve months and worth now and before
-- $quarter_end is the period end where a quarter ends with it, else a day without customers.
SELECT
  grain,
  CAST($period_end AS DATE) AS period_end,
  macro,
  micro,
  version,
  own,
  previous_macro,
  previous_micro,
  previous_version,
  previous_own,
  CAST(count(*) AS DOUBLE) AS customers,
  CAST(sum(CASE WHEN purchases > 0 THEN 0 ELSE 1 END) AS DOUBLE) AS idle,
  sum(purchases) AS purchases,
  round(sum(revenue), 4) AS revenue,
  round(sum(revenue_12m), 4) AS revenue_12m,
  round(sum(previous_revenue), 4) AS previous_revenue,
  sum(worth) AS worth,
  sum(previous_worth) AS previous_worth
FROM (
  SELECT
    'month' AS grain,
    macro, micro, version, own,
    previous_macro, previous_micro, previous_version, previous_own,
    purchases_1m AS purchases,
    revenue_1m AS revenue,
    revenue_12m, previous_revenue, worth, previous_worth
  FROM segment_micro
  WHERE period_end = $period_end
  UNION ALL
  SELECT
    'quarter' AS grain,
    now.macro, now.micro, now.version, now.own,
    earlier.macro AS previous_macro,
    earlier.micro AS previous_micro,
    earlier.version AS previous_version,
    earlier.own AS previous_own,
    snapshot.purchases_3m AS purchases,
    revenue_of_quarter AS revenue,
    now.revenue_12m,
    earlier.revenue_12m AS previous_revenue,
    now.worth,
    earlier.worth AS previous_worth
  FROM segment_micro AS now
  JOIN snapshot ON now.customer_id = snapshot.customer_id AND snapshot.period_end = $quarter_end
  LEFT JOIN segment_micro AS earlier
    ON now.customer_id = earlier.customer_id AND earlier.period_end = $previous_quarter
  WHERE now.period_end = $quarter_end
) AS moves
GROUP BY grain, macro, micro, version, own, previous_macro, previous_micro, previous_version, previous_own
