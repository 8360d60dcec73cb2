-- Customers whom a customer has won, with what they have brought so far.
-- reads:  referrals, customers, customer_alias, customer_summary
-- writes: customer_id, referred_on, reward, revenue_so_far, purchases
SELECT
  referred.customer_id AS customer_id,
  referred.referred_on AS referred_on,
  referred.reward AS reward,
  summary.revenue AS revenue_so_far,
  summary.purchases AS purchases
FROM (
  SELECT customer_id, min(referred_on) AS referred_on, max(reward) AS reward
  FROM (
    SELECT referred_id AS customer_id, referred_on, CAST(reward AS DOUBLE) AS reward
    FROM (SELECT referrer_id AS customer_id, referrals.* FROM referrals) AS given
    WHERE customer_id = $customer_id
    UNION ALL
    SELECT won_id, registered_on, CAST(NULL AS DOUBLE)
    FROM (
      SELECT customer_id AS won_id, registered_on, referred_by AS customer_id, import_id
      FROM customers
    ) AS registered
    WHERE customer_id = $customer_id
  ) AS told
  WHERE customer_id IS NOT NULL
  GROUP BY customer_id
) AS referred
LEFT JOIN customer_alias AS alias
  ON referred.customer_id = alias.customer_id AND alias.source = ''
LEFT JOIN customer_summary AS summary
  ON coalesce(alias.canonical_id, referred.customer_id) = summary.customer_id
ORDER BY referred.referred_on DESC, referred.customer_id
LIMIT 200
