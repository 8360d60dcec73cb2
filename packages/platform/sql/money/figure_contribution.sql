-- Contribution after further costs (DB II and DB III), and what of it is not known.
-- reads:  sales_cell, cost_month, figure_acquisition, figure_service, purchase_day, profile_member,
--         figure_member, figure_period
-- writes: figure, dimension, member, period_kind, period_start, numerator, denominator, n
-- DB I is the contribution of the sales. DB II = DB I - costs that orders and customers cause; DB III =
-- DB II - service and acquisition. A member bears the costs of its own customers; what names none is
-- borne by all only, so members do not add up to all. Costs of contacts count as service where costs
-- holds none of that kind. DB II is told where such costs are known, DB III where those of it are.
WITH member_cost AS (
  SELECT member_no, month, level, sum(amount) AS amount
  FROM cost_month JOIN profile_member ON cost_month.profile_id = profile_member.profile_id
  WHERE cost_month.profile_id > 0
  GROUP BY member_no, month, level
  UNION ALL
  SELECT figure_member.member_no, month, level, sum(amount)
  FROM cost_month JOIN figure_member ON figure_member.dimension = 'all'
  WHERE cost_month.profile_id = 0
  GROUP BY figure_member.member_no, month, level
),
period_cost AS (
  SELECT
    figure_member.dimension AS dimension,
    figure_member.member AS member,
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    sum(CASE WHEN level = 'order' THEN amount ELSE 0 END) AS order_cost,
    sum(CASE WHEN level = 'service' THEN amount ELSE 0 END) AS service_cost,
    sum(CASE WHEN level = 'unknown' THEN amount ELSE 0 END) AS unknown_cost
  FROM member_cost
  JOIN figure_member ON member_cost.member_no = figure_member.member_no
  JOIN figure_period AS period
    ON period.period_kind <> 'week' AND member_cost.month BETWEEN period.first_month AND period.last_month
  GROUP BY figure_member.dimension, figure_member.member, period.period_kind, period.period_start
),
-- Which costs are known at all: for everybody, and by whose customers.
known AS (
  SELECT
    sum(CASE WHEN level = 'order' THEN 1 ELSE 0 END) AS order_rows,
    sum(CASE WHEN level = 'order' AND profile_id > 0 THEN 1 ELSE 0 END) AS named_order_rows,
    sum(CASE WHEN level = 'service' THEN 1 ELSE 0 END) AS service_rows,
    sum(CASE WHEN level = 'service' AND profile_id > 0 THEN 1 ELSE 0 END) AS named_service_rows
  FROM cost_month
),
care AS (
  SELECT dimension, member, period_kind, period_start,
    sum(CASE WHEN figure = 'service_cost' THEN numerator END) AS contact_cost,
    sum(CASE WHEN figure = 'acquisition_cost' THEN numerator END) AS acquisition_cost
  FROM (
    SELECT figure, dimension, member, period_kind, period_start, numerator FROM figure_acquisition
    UNION ALL
    SELECT figure, dimension, member, period_kind, period_start, numerator FROM figure_service
  ) AS told
  GROUP BY dimension, member, period_kind, period_start
),
care_known AS (
  SELECT count(contact_cost) AS contact_rows, count(acquisition_cost) AS acquisition_rows FROM care
),
cell AS (
  SELECT
    sales.dimension AS dimension,
    sales.member AS member,
    sales.period_kind AS period_kind,
    sales.period_start AS period_start,
    sales.purchases AS purchases,
    sales.contribution AS contribution,
    coalesce(period_cost.order_cost, 0) AS order_cost,
    CASE WHEN known.service_rows > 0 THEN coalesce(period_cost.service_cost, 0)
      ELSE coalesce(care.contact_cost, 0) END + coalesce(care.acquisition_cost, 0) AS customer_cost,
    coalesce(period_cost.unknown_cost, 0) AS unknown_cost,
    CASE WHEN sales.dimension = 'all' THEN known.order_rows ELSE known.named_order_rows END AS order_rows,
    CASE
      WHEN known.service_rows = 0 THEN care_known.contact_rows
      WHEN sales.dimension = 'all' THEN known.service_rows
      ELSE known.named_service_rows
    END + care_known.acquisition_rows AS customer_rows
  FROM (
    SELECT
      members.dimension AS dimension,
      members.member AS member,
      period.period_kind AS period_kind,
      period.period_start AS period_start,
      coalesce(sales_cell.purchases, 0) AS purchases,
      CASE WHEN amounts.contributions > 0 THEN coalesce(sales_cell.contribution, 0) END AS contribution
    FROM (SELECT dimension, member FROM sales_cell GROUP BY dimension, member) AS members
    JOIN figure_period AS period ON period.period_kind <> 'week'
    CROSS JOIN (SELECT count(contribution) AS contributions FROM sales_cell) AS amounts
    LEFT JOIN sales_cell
      ON members.dimension = sales_cell.dimension AND members.member = sales_cell.member
      AND period.period_kind = sales_cell.period_kind AND period.period_start = sales_cell.period_start
  ) AS sales
  CROSS JOIN (
    SELECT coalesce(order_rows, 0) AS order_rows, coalesce(named_order_rows, 0) AS named_order_rows,
      coalesce(service_rows, 0) AS service_rows, coalesce(named_service_rows, 0) AS named_service_rows
    FROM known
  ) AS known
  CROSS JOIN care_known
  LEFT JOIN period_cost
    ON sales.dimension = period_cost.dimension AND sales.member = period_cost.member
    AND sales.period_kind = period_cost.period_kind AND sales.period_start = period_cost.period_start
  LEFT JOIN care
    ON sales.dimension = care.dimension AND sales.member = care.member
    AND sales.period_kind = care.period_kind AND sales.period_start = care.period_start
),
estimated AS (
  SELECT
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    sum(without_cost) AS without_cost,
    sum(revenue) AS revenue,
    sum(days) AS days
  FROM (
    SELECT
      CAST(date_diff('month', DATE '1970-01-01', CAST(date_trunc('month', day) AS DATE)) AS INTEGER)
        AS month,
      sum(CASE WHEN cost IS NULL THEN revenue ELSE 0 END) AS without_cost,
      sum(revenue) AS revenue,
      count(*) AS days
    FROM purchase_day
    GROUP BY CAST(date_diff('month', DATE '1970-01-01', CAST(date_trunc('month', day) AS DATE)) AS INTEGER)
  ) AS monthly
  JOIN figure_period AS period
    ON period.period_kind <> 'week' AND monthly.month BETWEEN period.first_month AND period.last_month
  GROUP BY period.period_kind, period.period_start
)
SELECT
  figures.figure AS figure,
  dimension,
  member,
  period_kind,
  period_start,
  CASE figures.figure
    WHEN 'contribution_2' THEN contribution - order_cost
    WHEN 'contribution_3' THEN contribution - order_cost - customer_cost
    WHEN 'order_cost' THEN order_cost
    WHEN 'customer_cost' THEN customer_cost
    WHEN 'unassigned_cost' THEN unknown_cost
  END AS numerator,
  CAST(NULL AS DOUBLE) AS denominator,
  purchases AS n
FROM cell
CROSS JOIN (
  VALUES ('contribution_2'), ('contribution_3'), ('order_cost'), ('customer_cost'), ('unassigned_cost')
) AS figures (figure)
WHERE CASE figures.figure
  WHEN 'contribution_2' THEN order_rows > 0
  WHEN 'order_cost' THEN order_rows > 0
  WHEN 'contribution_3' THEN customer_rows > 0
  WHEN 'customer_cost' THEN customer_rows > 0
  ELSE dimension = 'all' AND unknown_cost > 0
END
UNION ALL
SELECT 'cost_unknown_share', 'all', 'all', period_kind, period_start,
  CASE WHEN without_cost < 0 THEN 0 ELSE least(without_cost, revenue) END, revenue, days
FROM estimated
WHERE revenue > 0
