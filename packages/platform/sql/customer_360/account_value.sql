-- What accounts and groups are worth: the sums of their contacts.
-- reads:  customer_value, customers, customer_attributes
-- writes: one row a level (account, group), member and horizon: contacts (in the register), valued
--         (contacts with a value), accounts, roles_known, decision_makers, covered_accounts (with a
--         decision maker), purchases, orders, revenue_*, contribution_*, first_day, last_day
-- The member '' holds whoever has no account, or no group: so each level sums up to customer_value.
-- Where nobody has an account or a group the table is empty. $decision_roles is a list of roles,
-- each between bars.
WITH contact AS (
  SELECT customer_id, account_id, group_id
  FROM (
    SELECT
      customer_id, account_id, group_id,
      row_number() OVER (PARTITION BY customer_id ORDER BY import_id DESC, line DESC) AS place
    FROM customers
    WHERE customer_id IS NOT NULL
  ) AS numbered
  WHERE place = 1 AND (account_id IS NOT NULL OR group_id IS NOT NULL)
),
affiliation AS (
  SELECT
    contact.customer_id AS customer_id,
    contact.account_id AS account_id,
    coalesce(contact.group_id, of_account.group_id) AS group_id
  FROM contact LEFT JOIN (
    SELECT account_id, max(group_id) AS group_id FROM contact GROUP BY account_id
  ) AS of_account ON contact.account_id = of_account.account_id
),
role AS (
  SELECT
    customer_id,
    max(CASE WHEN strpos($decision_roles, '|' || lower(trim(value)) || '|') > 0 THEN 1 ELSE 0 END)
      AS decides
  FROM customer_attributes
  WHERE lower(attribute) IN ('role', 'rolle', 'funktion', 'position', 'job_title')
  GROUP BY customer_id
),
member AS (
  SELECT
    coalesce(affiliation.customer_id, known.customer_id) AS customer_id,
    affiliation.account_id AS account_id,
    affiliation.group_id AS group_id,
    role.decides AS decides
  FROM affiliation
  FULL JOIN (SELECT DISTINCT customer_id FROM customer_value) AS known
    ON affiliation.customer_id = known.customer_id
  LEFT JOIN role ON coalesce(affiliation.customer_id, known.customer_id) = role.customer_id
  WHERE EXISTS (SELECT 1 FROM contact)
),
placed AS (
  SELECT
    CAST('account' AS VARCHAR) AS level, coalesce(account_id, '') AS member_id,
    customer_id, account_id, decides
  FROM member
  UNION ALL
  SELECT 'group', coalesce(group_id, ''), customer_id, account_id, decides FROM member
)
SELECT
  placed.level AS level,
  placed.member_id AS member_id,
  horizon.horizon_months AS horizon_months,
  CAST(count(*) AS INTEGER) AS contacts,
  CAST(count(worth.customer_id) AS INTEGER) AS valued,
  CAST(count(DISTINCT placed.account_id) AS INTEGER) AS accounts,
  CAST(count(placed.decides) AS INTEGER) AS roles_known,
  CAST(sum(coalesce(placed.decides, 0)) AS INTEGER) AS decision_makers,
  CAST(count(DISTINCT CASE WHEN placed.decides = 1 THEN placed.account_id END) AS INTEGER)
    AS covered_accounts,
  CAST(sum(coalesce(worth.purchases, 0)) AS INTEGER) AS purchases,
  CAST(sum(coalesce(worth.orders, 0)) AS INTEGER) AS orders,
  sum(worth.expected_purchases) AS expected_purchases,
  sum(worth.revenue_historic) AS revenue_historic,
  sum(worth.revenue_predicted) AS revenue_predicted,
  sum(worth.revenue_discounted) AS revenue_discounted,
  sum(worth.revenue_total) AS revenue_total,
  sum(worth.contribution_historic) AS contribution_historic,
  sum(worth.contribution_discounted) AS contribution_discounted,
  sum(worth.contribution_total) AS contribution_total,
  min(worth.first_day) AS first_day,
  max(worth.last_day) AS last_day
FROM placed
CROSS JOIN (SELECT DISTINCT horizon_months FROM customer_value) AS horizon
LEFT JOIN customer_value AS worth
  ON placed.customer_id = worth.customer_id AND horizon.horizon_months = worth.horizon_months
GROUP BY placed.level, placed.member_id, horizon.horizon_months
ORDER BY placed.level, placed.member_id, horizon.horizon_months
