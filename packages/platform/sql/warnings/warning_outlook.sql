-- What is known of each customer at the last month's end, and what the models expect.
-- reads:  what sql/warnings/read/origin_rows.sql gives as customer_rows, warning_cell (expected
--         purchases of each distinct x, t_x, T), snapshot, warning_period
-- writes: the columns of customer_rows, and spend_high, gap (what is missing to active high once what
--         rolls out of the twelve months has done so), per_purchase, expected_spend, quiet_mbg (no
--         purchase in $months months, by MBG/NBD), little (a tenth of a purchase), months
-- spend_of_month stands for the column of the snapshot. Without MBG/NBD ($alpha is NULL) the pace of
-- the last year goes on.
WITH rolling AS (
  SELECT snapshot.customer_id AS customer_id, sum(spend_of_month) AS spent
  FROM warning_period JOIN snapshot ON warning_period.period_end = snapshot.period_end
  WHERE warning_period.place > $now - 12 AND warning_period.place <= $now - 12 + $months
    AND spend_of_month <> 0
  GROUP BY snapshot.customer_id
),
joined AS (
  SELECT
    known.*,
    warning_period.spend_high AS spend_high,
    coalesce(rolling.spent, 0) AS rolls_out,
    warning_cell.expected_purchases AS foreseen
  FROM (customer_rows) AS known
  JOIN warning_period ON known.period = warning_period.place
  LEFT JOIN rolling ON known.customer_id = rolling.customer_id
  LEFT JOIN warning_cell
    ON known.purchases - 1 = warning_cell.frequency
    AND known.age - known.recency = warning_cell.recency
    AND known.age = warning_cell.age
),
paced AS (
  SELECT
    joined.*,
    greatest(0, spend_high - (spend_12m - rolls_out)) AS gap,
    ($strength * $mean + greatest(spend_so_far, 0)) / ($strength + purchases) AS per_purchase,
    power(
      (CAST($alpha AS DOUBLE) + age / 7) / (CAST($alpha AS DOUBLE) + (age - recency) / 7),
      CAST($r AS DOUBLE) + purchases - 1
    ) * CAST($a AS DOUBLE) / (CAST($b AS DOUBLE) + purchases - 1) AS odds,
    power(
      (CAST($alpha AS DOUBLE) + age / 7) / (CAST($alpha AS DOUBLE) + age / 7 + $weeks),
      CAST($r AS DOUBLE) + purchases - 1
    ) AS quiet_if_active,
    coalesce(
      foreseen,
      purchases_12m * $weeks / least(greatest(age, $month_days) / 7, $year_weeks)
    ) AS expected_purchases
  FROM joined
)
SELECT
  paced.*,
  expected_purchases * per_purchase AS expected_spend,
  1 - (1 - quiet_if_active) / (1 + odds) AS quiet_mbg,
  0.1 * $mean + 0.000000001 AS little,
  CAST($months AS DOUBLE) AS months
FROM paced
