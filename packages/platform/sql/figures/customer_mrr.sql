-- The monthly recurring revenue of each customer at month ends, as steps: it is `mrr` from one month
-- end to another.
-- reads:  subscriptions up to $as_of in $currency, customer_profile, period_rate
-- writes: customer_no, profile_id, from_month, until_month (99999 while it lasts), mrr, mrr_before,
--         mrr_fx (the part of the step that exchange rates made), had_before (1 if there was any in an
--         earlier time)
-- A phase counts at every month end from its start to the last one before it ended, so what begins
-- and ends within one month never counts. Pauses, trials and phases without a fee count nothing. A
-- phase ends at the latest where the next phase of the same contract begins; one that ends before
-- it starts is left out. What is known to end after $as_of has not ended yet. A fee in another
-- currency is worth what the rate of each month's end makes of it.
WITH phase AS (
  SELECT
    customer_id,
    CAST(monthly_fee AS DOUBLE) AS fee,
    CAST(NULL AS VARCHAR) AS own_currency,
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
    own_currency,
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
worth AS (
  SELECT currency, month, closing_rate, closing_before FROM period_rate WHERE period_kind = 'month'
),
change AS (
  SELECT customer_no, profile_id, month, round(sum(step), 4) AS step, round(sum(fx), 4) AS fx
  FROM (
    SELECT customer_no, profile_id, start_month AS month, fee * coalesce(closing_rate, 1) AS step,
      CAST(0 AS DOUBLE) AS fx
    FROM paid
    LEFT JOIN worth ON paid.own_currency = worth.currency AND paid.start_month = worth.month
    WHERE end_month IS NULL OR end_month > start_month
    UNION ALL
    SELECT customer_no, profile_id, end_month, -fee * coalesce(closing_rate, 1), 0
    FROM paid
    LEFT JOIN worth ON paid.own_currency = worth.currency AND paid.end_month = worth.month
    WHERE end_month > start_month
    UNION ALL
    SELECT customer_no, profile_id, worth.month, fee * (closing_rate - closing_before),
      fee * (closing_rate - closing_before)
    FROM paid
    JOIN worth
      ON paid.own_currency = worth.currency AND worth.month > start_month
      AND (end_month IS NULL OR worth.month <= end_month)
  ) AS steps
  GROUP BY customer_no, profile_id, month
),
level AS (
  SELECT
    customer_no, profile_id, month, fx,
    -- Sums of doubles leave crumbs that are no money.
    round(sum(step) OVER (PARTITION BY customer_no ORDER BY month ROWS UNBOUNDED PRECEDING), 4) AS mrr
  FROM change WHERE step <> 0 OR fx <> 0
)
SELECT
  customer_no,
  profile_id,
  month AS from_month,
  CAST(coalesce(lead(month) OVER w - 1, 99999) AS INTEGER) AS until_month,
  mrr,
  coalesce(lag(mrr) OVER w, 0) AS mrr_before,
  fx AS mrr_fx,
  CASE WHEN row_number() OVER w > 1 THEN 1 ELSE 0 END AS had_before
FROM level
WINDOW w AS (PARTITION BY customer_no ORDER BY month)
