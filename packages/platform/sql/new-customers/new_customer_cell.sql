-- What customers brought within each horizon after they were won, by what was known of them then.
-- reads:  customer_summary, purchase_day, customer_profile, profile_cut, figure_member, horizon
-- writes: one row a horizon, dimension and member: customers whose first purchase lies a horizon and
--         up to two years more ago; sum and sum of squares of their revenue and contribution
-- Discounted to the day of the first purchase, which counts. Value classes and plans became known
-- later and are no cut. Contribution is revenue less cost, or by $margin_rate where no cost is known.
WITH won AS (
  SELECT
    h.horizon_months AS horizon_months,
    h.horizon_days AS horizon_days,
    s.customer_id AS customer_id,
    s.first_day AS first_day,
    profile.profile_id AS profile_id
  FROM customer_summary AS s
  JOIN customer_profile AS profile ON s.customer_id = profile.customer_id
  CROSS JOIN horizon AS h
  WHERE date_diff('day', s.first_day, CAST($as_of AS DATE)) >= h.horizon_days
    AND date_diff('day', s.first_day, CAST($as_of AS DATE)) < h.horizon_days + 731
),
brought AS (
  SELECT
    won.horizon_months AS horizon_months,
    won.profile_id AS profile_id,
    won.customer_id AS customer_id,
    sum(p.revenue * exp(-CAST($day_rate AS DOUBLE) * date_diff('day', won.first_day, p.day)))
      AS revenue,
    sum(CASE WHEN p.cost IS NULL THEN p.revenue * CAST($margin_rate AS DOUBLE) ELSE p.revenue - p.cost END
      * exp(-CAST($day_rate AS DOUBLE) * date_diff('day', won.first_day, p.day))) AS contribution
  FROM won JOIN purchase_day AS p ON won.customer_id = p.customer_id
  WHERE date_diff('day', won.first_day, p.day) BETWEEN 0 AND won.horizon_days - 1
  GROUP BY won.horizon_months, won.profile_id, won.customer_id
),
cut AS (
  SELECT
    member_of_each AS member_no,
    horizon_months,
    CAST(count(*) AS DOUBLE) AS customers,
    sum(revenue) AS revenue,
    sum(revenue * revenue) AS revenue_squares,
    sum(contribution) AS contribution,
    sum(contribution * contribution) AS contribution_squares
  FROM brought JOIN profile_cut ON brought.profile_id = profile_cut.profile_id
  GROUP BY each_member(horizon_months)
)
SELECT
  cut.horizon_months AS horizon_months,
  figure_member.dimension AS dimension,
  figure_member.member AS member,
  customers,
  revenue,
  revenue_squares,
  contribution,
  contribution_squares
FROM cut JOIN figure_member ON cut.member_no = figure_member.member_no
WHERE figure_member.dimension NOT IN ('value_class', 'plan')
