-- The family of acquisition: new customers and what it cost to win them.
-- reads:  customer_profile, profile_member, figure_member, costs, figure_period
-- writes: figure, dimension, member, period_kind, period_start, numerator, denominator, n
-- A cost is counted once. Costs of kind acquisition go first: those that name a customer to that
-- customer; the others by day into months, and there in equal parts to the new customers of their
-- channel (of all channels where they name none). The acquisition cost in a customer's own record
-- counts only where there is no such cost of that channel and month. What was spent in a month
-- without a new customer belongs to nobody: it counts for all and for its channel.
WITH spending AS (
  SELECT
    costs.customer_id AS customer_id,
    CASE WHEN channels.member IS NOT NULL THEN channels.member ELSE '' END AS channel,
    coalesce(costs.period_start, costs.period_end) AS first_day,
    greatest(coalesce(costs.period_end, costs.period_start),
      coalesce(costs.period_start, costs.period_end)) AS last_day,
    CAST(costs.amount AS DOUBLE) AS amount
  FROM costs
  LEFT JOIN (
    SELECT member FROM figure_member WHERE dimension = 'acquisition_channel'
  ) AS channels ON costs.channel = channels.member
  WHERE lower(costs.kind) IN ('acquisition', 'akquise', 'akquisition', 'werbung', 'advertising')
    AND coalesce(costs.currency, $currency) = $currency
    AND coalesce(costs.period_start, costs.period_end) IS NOT NULL
),
pool AS (
  SELECT
    spending.channel AS channel,
    month.first_month AS month,
    sum(amount
      * (date_diff('day', greatest(first_day, month.period_start),
          least(last_day, month.period_end)) + 1)
      / CAST(date_diff('day', first_day, last_day) + 1 AS DOUBLE)) AS amount
  FROM spending
  JOIN figure_period AS month
    ON month.period_kind = 'month'
    AND spending.first_day <= month.period_end AND spending.last_day >= month.period_start
  WHERE spending.customer_id IS NULL
  GROUP BY spending.channel, month.first_month
),
won AS (
  SELECT
    profile.customer_id AS customer_id,
    profile.profile_id AS profile_id,
    profile.acquisition_channel AS channel,
    CAST(date_diff('month', DATE '1970-01-01', CAST(date_trunc('month', profile.first_day) AS DATE))
      AS INTEGER) AS month,
    profile.acquisition_cost AS own_cost
  FROM customer_profile AS profile
  WHERE profile.first_day IS NOT NULL AND profile.first_day <= $as_of
),
named AS (
  SELECT customer_id, sum(amount) AS amount FROM spending
  WHERE customer_id IS NOT NULL
  GROUP BY customer_id
),
profile_won AS (
  SELECT
    won.profile_id AS profile_id,
    won.channel AS channel,
    won.month AS month,
    CAST(count(*) AS DOUBLE) AS customers,
    sum(named.amount) AS named_cost,
    sum(CASE WHEN named.amount IS NULL THEN won.own_cost END) AS own_cost
  FROM won LEFT JOIN named ON won.customer_id = named.customer_id
  GROUP BY won.profile_id, won.channel, won.month
),
shared AS (
  SELECT
    profile_won.*,
    sum(customers) OVER (PARTITION BY month, channel) AS channel_customers,
    sum(customers) OVER (PARTITION BY month) AS month_customers
  FROM profile_won
),
allocated AS (
  SELECT
    shared.profile_id AS profile_id,
    shared.month AS month,
    shared.customers AS customers,
    CASE
      WHEN named_cost IS NULL AND own_cost IS NULL AND pool.amount IS NULL AND everywhere.amount IS NULL
        THEN NULL
      ELSE coalesce(named_cost, 0)
        + CASE WHEN pool.amount IS NULL THEN coalesce(own_cost, 0)
          ELSE pool.amount * shared.customers / shared.channel_customers END
        + coalesce(everywhere.amount * shared.customers / shared.month_customers, 0)
    END AS cost
  FROM shared
  LEFT JOIN pool ON shared.channel = pool.channel AND shared.month = pool.month AND pool.channel <> ''
  LEFT JOIN pool AS everywhere ON shared.month = everywhere.month AND everywhere.channel = ''
),
nobody AS (
  SELECT pool.channel AS channel, pool.month AS month, pool.amount AS cost
  FROM pool
  LEFT JOIN (SELECT DISTINCT channel, month FROM shared) AS used
    ON pool.month = used.month AND (pool.channel = used.channel OR pool.channel = '')
  WHERE used.month IS NULL
),
member_month AS (
  SELECT dimension, member, month, sum(customers) AS customers, sum(cost) AS cost
  FROM (
    SELECT dimension, member, month, customers, cost
    FROM (
      SELECT member_no, month, sum(customers) AS customers, sum(cost) AS cost
      FROM allocated JOIN profile_member ON allocated.profile_id = profile_member.profile_id
      GROUP BY member_no, month
    ) AS added
    JOIN figure_member ON added.member_no = figure_member.member_no
    UNION ALL
    SELECT 'all', 'all', month, 0, cost FROM nobody
    UNION ALL
    SELECT 'acquisition_channel', channel, month, 0, cost FROM nobody
    WHERE EXISTS (SELECT 1 FROM figure_member WHERE dimension = 'acquisition_channel')
  ) AS cut
  GROUP BY dimension, member, month
),
known AS (SELECT count(cost) AS costs FROM member_month),
filled AS (
  SELECT
    members.dimension AS dimension,
    members.member AS member,
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    coalesce(sum(member_month.customers), 0) AS customers,
    CASE WHEN max(known.costs) > 0 THEN coalesce(sum(member_month.cost), 0) END AS cost
  FROM (SELECT DISTINCT dimension, member FROM member_month) AS members
  JOIN figure_period AS period ON period.period_kind IN ('month', 'quarter', 'year', 'total')
  CROSS JOIN known
  LEFT JOIN member_month
    ON members.dimension = member_month.dimension AND members.member = member_month.member
    AND member_month.month BETWEEN period.first_month AND period.last_month
  GROUP BY members.dimension, members.member, period.period_kind, period.period_start
)
SELECT
  figures.figure AS figure,
  dimension,
  member,
  period_kind,
  period_start,
  CASE figures.figure WHEN 'new_customers' THEN customers ELSE cost END AS numerator,
  CASE figures.figure WHEN 'cac' THEN customers END AS denominator,
  customers AS n
FROM filled
CROSS JOIN (VALUES ('new_customers'), ('acquisition_cost'), ('cac')) AS figures (figure)
