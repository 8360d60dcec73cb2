-- What the value of each customer with a contract is made of; the parts sum up to customer_value.
-- reads:  contract_value, order_value
-- writes: one row a customer, horizon and part (contract, orders). contracts, monthly_fee and
--         share_at_end speak of contracts only. A customer without a contract is all orders and has
--         no row here.
SELECT
  customer_id,
  horizon_months,
  'contract' AS part,
  CAST($contract_method AS VARCHAR) AS method,
  contracts,
  monthly_fee,
  share_at_end,
  revenue_historic,
  revenue_historic * CAST($margin_rate AS DOUBLE) AS contribution_historic,
  revenue_predicted,
  revenue_discounted,
  revenue_discounted * CAST($margin_rate AS DOUBLE) AS contribution_discounted,
  revenue_historic + revenue_discounted AS revenue_total,
  (revenue_historic + revenue_discounted) * CAST($margin_rate AS DOUBLE) AS contribution_total
FROM contract_value
UNION ALL
SELECT
  o.customer_id,
  o.horizon_months,
  'orders',
  o.method,
  CAST(NULL AS INTEGER),
  CAST(NULL AS DOUBLE),
  CAST(NULL AS DOUBLE),
  o.revenue_historic,
  o.contribution_historic,
  o.revenue_predicted,
  o.revenue_discounted,
  o.contribution_discounted,
  o.revenue_total,
  o.contribution_total
FROM order_value AS o
JOIN contract_value AS c ON o.customer_id = c.customer_id AND o.horizon_months = c.horizon_months
