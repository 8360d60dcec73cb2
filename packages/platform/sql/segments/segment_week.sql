-- How many customers went from which macro segment to which within a week.
-- reads:  what sql/segments/macro_on_day.sql reads, on the Sunday ($week_end) and the one before
-- writes: one row a week end, segments now and before (NULL for who is new to us): customers; idle,
--         those who bought nothing in the week; purchases and revenue of the week
-- macro_of_now and macro_of_before stand for that query on either day.
SELECT
  CAST($week_end AS DATE) AS week_end,
  now.macro AS macro,
  earlier.macro AS previous_macro,
  CAST(count(*) AS DOUBLE) AS customers,
  CAST(sum(CASE WHEN week.days > 0 THEN 0 ELSE 1 END) AS DOUBLE) AS idle,
  CAST(coalesce(sum(week.days), 0) AS DOUBLE) AS purchases,
  round(sum(week.revenue), 4) AS revenue
FROM macro_of_now AS now
LEFT JOIN macro_of_before AS earlier ON now.customer_id = earlier.customer_id
LEFT JOIN (
  SELECT customer_id, sum(is_purchase) AS days, sum(revenue) AS revenue
  FROM purchase_day
  WHERE day > $week_before AND day <= $week_end
  GROUP BY customer_id
) AS week ON now.customer_id = week.customer_id
GROUP BY now.macro, earlier.macro
