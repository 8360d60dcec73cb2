-- What each customer is worth by class, and what they are about to do.
-- reads:  customer_value (the first horizon), subscriptions as of $as_of
-- writes: customer_id, as_of, horizon_months, value_class (A, B, C; none without a value), intent,
--         probability_no_purchase, expected_purchases, revenue_discounted
-- intent: a contract that runs is up for renewal, one that is cancelled means churn; without a
-- contract P(no purchase) decides: churn from $churn_from, purchase up to $purchase_to, open
-- between them, unknown where the method has no probabilities.
SELECT
  coalesce(valued.customer_id, contract.customer_id) AS customer_id,
  CAST($as_of AS DATE) AS as_of,
  CAST($horizon AS INTEGER) AS horizon_months,
  coalesce(valued.class, 'none') AS value_class,
  CASE
    WHEN contract.running > contract.cancelled THEN 'renewal'
    WHEN contract.cancelled > 0 THEN 'churn'
    WHEN valued.probability_no_purchase >= $churn_from THEN 'churn'
    WHEN valued.probability_no_purchase <= $purchase_to THEN 'purchase'
    WHEN valued.probability_no_purchase IS NULL THEN 'unknown'
    ELSE 'open'
  END AS intent,
  valued.probability_no_purchase AS probability_no_purchase,
  valued.expected_purchases AS expected_purchases,
  valued.revenue_discounted AS revenue_discounted
FROM (
  SELECT customer_id, class, probability_no_purchase, expected_purchases, revenue_discounted
  FROM customer_value
  WHERE horizon_months = $horizon
) AS valued
FULL OUTER JOIN (
  SELECT
    customer_id,
    CAST(count(*) AS DOUBLE) AS running,
    CAST(sum(CASE WHEN ended_on IS NULL THEN 0 ELSE 1 END) AS DOUBLE) AS cancelled
  FROM (
    SELECT
      customer_id,
      subscription_id,
      started_on,
      -- A phase that another one follows does not end the contract.
      CASE WHEN lead(started_on) OVER (PARTITION BY customer_id, subscription_id ORDER BY started_on) <= ended_on
        THEN NULL ELSE ended_on END AS ended_on
    FROM subscriptions
    WHERE customer_id IS NOT NULL
  ) AS phase
  WHERE started_on <= $as_of AND (ended_on IS NULL OR ended_on > $as_of)
  GROUP BY customer_id
) AS contract ON valued.customer_id = contract.customer_id
