-- What exchange rates did to the change of revenue.
-- reads:  order_money, customer_profile, profile_member, figure_member, figure_period, period_rate, sales_cell
-- writes: figure, dimension, member, period_kind, period_start, numerator, denominator, n
-- Told for complete periods with one before them, where lines of other currencies were converted. At
-- constant rates a line counts by the mean of the quotes of the period before:
--   revenue_change = revenue_change_constant + revenue_fx_effect
-- Where a period's currency has no quote in the period before, the effect is not known and not told.
WITH foreign_month AS (
  SELECT
    profile.profile_id AS profile_id,
    orders.own_currency AS currency,
    CAST(date_diff('month', DATE '1970-01-01', CAST(date_trunc('month', orders.sale_day) AS DATE))
      AS INTEGER) AS month,
    sum(orders.amount / orders.exchange_rate) AS own_revenue,
    sum(orders.amount) AS revenue
  FROM order_money AS orders
  JOIN customer_profile AS profile ON orders.customer_id = profile.customer_id
  WHERE orders.own_currency IS NOT NULL AND CAST(orders.ordered_at AS DATE) <= $as_of
  GROUP BY profile.profile_id, orders.own_currency,
    CAST(date_diff('month', DATE '1970-01-01', CAST(date_trunc('month', orders.sale_day) AS DATE))
      AS INTEGER)
),
member_month AS (
  SELECT member_no, currency, month, sum(own_revenue) AS own_revenue, sum(revenue) AS revenue
  FROM foreign_month JOIN profile_member ON foreign_month.profile_id = profile_member.profile_id
  GROUP BY member_no, currency, month
),
effect AS (
  SELECT
    figure_member.dimension AS dimension,
    figure_member.member AS member,
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    sum(member_month.revenue - member_month.own_revenue * period_rate.mean_before) AS fx,
    sum(CASE WHEN period_rate.mean_before IS NULL THEN 1 ELSE 0 END) AS unknown
  FROM member_month
  JOIN figure_member ON member_month.member_no = figure_member.member_no
  JOIN figure_period AS period
    ON period.period_kind IN ('month', 'quarter', 'year') AND period.is_complete = 1
    AND member_month.month BETWEEN period.first_month AND period.last_month
  JOIN period_rate
    ON period.period_kind = period_rate.period_kind AND period.period_start = period_rate.period_start
    AND member_month.currency = period_rate.currency
  GROUP BY figure_member.dimension, figure_member.member, period.period_kind, period.period_start
),
sales AS (
  SELECT
    members.dimension AS dimension,
    members.member AS member,
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    period.is_complete AS is_complete,
    coalesce(cell.revenue, 0) AS revenue,
    coalesce(cell.purchases, 0) AS purchases,
    lag(coalesce(cell.revenue, 0)) OVER (
      PARTITION BY members.dimension, members.member, period.period_kind ORDER BY period.period_start
    ) AS revenue_before
  FROM (SELECT DISTINCT dimension, member FROM effect) AS members
  JOIN figure_period AS period ON period.period_kind IN ('month', 'quarter', 'year')
  LEFT JOIN sales_cell AS cell
    ON members.dimension = cell.dimension AND members.member = cell.member
    AND period.period_kind = cell.period_kind AND period.period_start = cell.period_start
)
SELECT
  figures.figure AS figure,
  sales.dimension AS dimension,
  sales.member AS member,
  sales.period_kind AS period_kind,
  sales.period_start AS period_start,
  CASE figures.figure
    WHEN 'revenue_change' THEN revenue - revenue_before
    WHEN 'revenue_change_constant' THEN revenue - revenue_before - coalesce(fx, 0)
    WHEN 'revenue_fx_effect' THEN coalesce(fx, 0)
  END AS numerator,
  CAST(NULL AS DOUBLE) AS denominator,
  sales.purchases AS n
FROM sales
LEFT JOIN effect
  ON sales.dimension = effect.dimension AND sales.member = effect.member
  AND sales.period_kind = effect.period_kind AND sales.period_start = effect.period_start
CROSS JOIN (
  VALUES ('revenue_change'), ('revenue_change_constant'), ('revenue_fx_effect')
) AS figures (figure)
WHERE sales.is_complete = 1 AND revenue_before IS NOT NULL
  AND (figures.figure = 'revenue_change' OR coalesce(unknown, 0) = 0)
