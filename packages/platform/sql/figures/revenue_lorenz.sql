-- How concentrated the revenue of each year is: customers by revenue, the largest first.
-- reads:  figure_month, figure_period
-- writes: one row a year and hundredth of its customers: customers, revenue (shares up to there),
--         gini, top_tenth (share of the customers' largest tenth, rounded up), n
-- Customers with a purchase in the year; who brought less than nothing after returns brought 0.
-- Gini: 1 - sum of (2 i - 1) x_i / (n sum x), i the rank from the largest; ties do not matter to it.
WITH customer_year AS (
  SELECT
    year.period_start AS period_start,
    customer_no,
    greatest(sum(revenue), 0) AS revenue
  FROM figure_month
  JOIN figure_period AS year
    ON year.period_kind = 'year' AND figure_month.month BETWEEN year.first_month AND year.last_month
  GROUP BY year.period_start, customer_no
  HAVING sum(purchases) > 0 AND sum(revenue) IS NOT NULL
),
placed AS (
  SELECT period_start, revenue,
    CAST(row_number() OVER (PARTITION BY period_start ORDER BY revenue DESC) AS DOUBLE) AS place
  FROM customer_year
),
whole AS (
  SELECT period_start, CAST(count(*) AS DOUBLE) AS n, sum(revenue) AS revenue,
    sum((2 * place - 1) * revenue) AS weighted
  FROM placed
  GROUP BY period_start
),
hundredth AS (
  SELECT
    placed.period_start AS period_start,
    CAST(ceil(100 * place / whole.n) AS INTEGER) AS percentile,
    CAST(count(*) AS DOUBLE) AS customers_in,
    sum(placed.revenue) AS revenue_in,
    sum(CASE WHEN place <= ceil(whole.n / 10) THEN placed.revenue ELSE 0 END) AS top_in
  FROM placed JOIN whole ON placed.period_start = whole.period_start
  GROUP BY placed.period_start, CAST(ceil(100 * place / whole.n) AS INTEGER)
)
SELECT
  hundredth.period_start AS period_start,
  percentile,
  sum(customers_in) OVER w / whole.n AS customers,
  CASE WHEN whole.revenue > 0 THEN sum(revenue_in) OVER w / whole.revenue END AS revenue,
  CASE WHEN whole.revenue > 0 THEN 1 - weighted / (whole.n * whole.revenue) END AS gini,
  CASE WHEN whole.revenue > 0
    THEN sum(top_in) OVER (PARTITION BY hundredth.period_start) / whole.revenue END AS top_tenth,
  whole.n AS n
FROM hundredth JOIN whole ON hundredth.period_start = whole.period_start
WINDOW w AS (PARTITION BY hundredth.period_start ORDER BY percentile ROWS UNBOUNDED PRECEDING)
