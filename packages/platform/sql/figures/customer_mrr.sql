-- The monthly recurring revenue of each customer at month ends, as steps: it is `mrr` from one month
-- end to another.
-- reads:  subscriptions up to $as_of in $currency, customer_profile
-- writes: customer_no, profile_id, from_month, until_month (99999 while it lasts), mrr, mrr_before,
--         had_before (1 if there was any in an earlier time)
-- A phase counts at every month end from its start to the last one before it ended, so what begins
-- and ends within one month never counts. Pauses, trials and phases without a fee count nothing. A
-- phase ends at the latest where the next phase of the same contract begins; one that ends before
-- it starts is left out. What is known to end after $as_of has not ended yet.
WITH phase AS (
  SELECT
    customer_id,
    CAST(monthly_fee AS DOUBLE) AS fee,
    coalesce(state, 'active') AS state,
    started_on,
    ended_on,
    CASE WHEN subscription_id IS NOT NULL THEN lead(started_on) OVER (
      PARTITION BY customer_id, subscription_id ORDER BY started_on, import_id, line
    ) END AS next_start
  FROM subscriptions
  WHERE started_on <= $as_of AND coalesce(currency, $currency) = $currency
    AND (ended_on IS NULL OR ended_on >= started_on)
),
paid AS (
  SELECT
    profile.customer_no AS customer_no,
    profile.profile_id AS profile_id,
    fee,
    CAST(date_diff('month', DATE '1970-01-01', CAST(date_trunc('month', started_on) AS DATE)) AS INTEGER)
      AS start_month,
    CASE WHEN coalesce(least(ended_on, next_start), ended_on, next_start) <= $as_of
      THEN CAST(date_diff('month', DATE '1970-01-01', CAST(date_trunc('month',
        coalesce(least(ended_on, next_start), ended_on, next_start)) AS DATE)) AS INTEGER)
    END AS end_month
  FROM phase
  JOIN customer_profile AS profile ON phase.customer_id = profile.customer_id
  WHERE state = 'active' AND fee > 0
),
change AS (
  SELECT customer_no, profile_id, month, round(sum(step), 4) AS step
  FROM (
    SELECT customer_no, profile_id, start_month AS month, fee AS step FROM paid
    WHERE end_month IS NULL OR end_month > start_month
    UNION ALL
    SELECT customer_no, profile_id, end_month, -fee FROM paid WHERE end_month > start_month
  ) AS steps
  GROUP BY customer_no, profile_id, month
),
level AS (
  SELECT
    customer_no, profile_id, month,
    -- Sums of doubles leave crumbs that are no money.
    round(sum(step) OVER (PARTITION BY customer_no ORDER BY month ROWS UNBOUNDED PRECEDING), 4) AS mrr
  FROM change WHERE step <> 0
)
SELECT
  customer_no,
  profile_id,
  month AS from_month,
  CAST(coalesce(lead(month) OVER w - 1, 99999) AS INTEGER) AS until_month,
  mrr,
  coalesce(lag(mrr) OVER w, 0) AS mrr_before,
  CASE WHEN row_number() OVER w > 1 THEN 1 ELSE 0 END AS had_before
FROM level
WINDOW w AS (PARTITION BY customer_no ORDER BY month)
