-- What each customer had bought by the last day that counts, as the transition method sees it.
-- reads:  transition_activity
-- writes: place, frequency, recency and age (days), purchases, amount, last_amount, squared_gaps, and
--         bought_w and spent_w of the last w periods, for each w that is asked for
-- The columns of the windows are put in where they are named. Who never kept a purchase is not there.
SELECT
  place,
  CAST(purchases_all - 1 AS DOUBLE) AS frequency,
  CAST(date_diff('day', first_bought, last_bought) AS DOUBLE) AS recency,
  CAST(date_diff('day', first_bought, $last_day) AS DOUBLE) AS age,
  purchases_all AS purchases,
  amount_all AS amount,
  last_amount_of_all AS last_amount,
  gaps_of_all AS squared_gaps,
  windows_passed_on
FROM (
  SELECT
    place,
    sum(purchases) AS purchases_all,
    sum(amount) AS amount_all,
    min(first_day) AS first_bought,
    max(last_day) AS last_bought,
    max_by(last_amount, CASE WHEN purchases > 0 THEN period END) AS last_amount_of_all,
    sum(squared_gaps) AS gaps_of_all,
    windows_of_periods
  FROM transition_activity
  GROUP BY place
) AS histories
WHERE first_bought IS NOT NULL
