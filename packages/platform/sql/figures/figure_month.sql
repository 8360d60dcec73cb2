-- What each customer bought in each month: the base of all figures of sales and retention.
-- reads:  purchase_month, customer_profile, figure_period
-- writes: customer_no, profile_id, month_start, month (months since January 1970), purchases, orders,
--         revenue, purchase_revenue (days of purchase only), contribution, and new_in_quarter,
--         new_in_year, new_in_total: 1 where the month is the customer's first with a purchase in it
-- Quarters and years begin $fiscal_offset months after the calendar's.
-- contribution is revenue less cost where the cost is known, else the share $margin_rate of it.
SELECT
  monthly.*,
  CASE WHEN purchases > 0 AND (month_before IS NULL OR month_before < month - (month + 12 - $fiscal_offset) % 3) THEN 1 ELSE 0 END
    AS new_in_quarter,
  CASE WHEN purchases > 0 AND (month_before IS NULL OR month_before < month - (month + 12 - $fiscal_offset) % 12) THEN 1 ELSE 0 END
    AS new_in_year,
  CASE WHEN purchases > 0 AND month_before IS NULL THEN 1 ELSE 0 END AS new_in_total
FROM (
  SELECT
    profile.customer_no AS customer_no,
    profile.profile_id AS profile_id,
    bought.month_start AS month_start,
    CAST(period.first_month AS INTEGER) AS month,
    bought.purchases AS purchases,
    bought.orders AS orders,
    bought.revenue AS revenue,
    bought.purchase_revenue AS purchase_revenue,
    round(CASE
      WHEN uncosted_revenue IS NULL OR CAST($margin_rate AS DOUBLE) IS NULL THEN known_contribution
      ELSE coalesce(known_contribution, 0) + uncosted_revenue * CAST($margin_rate AS DOUBLE)
    END, 4) AS contribution,
    max(CASE WHEN purchases > 0 THEN period.first_month END) OVER (
      PARTITION BY bought.customer_no ORDER BY bought.month_start
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS month_before
  FROM purchase_month AS bought
  JOIN figure_period AS period
    ON period.period_kind = 'month' AND bought.month_start = period.period_start
  JOIN customer_profile AS profile ON bought.customer_no = profile.customer_no
) AS monthly
