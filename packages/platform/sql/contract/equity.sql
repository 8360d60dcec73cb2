-- Customer equity where there are contracts: the sum of customer_value, with its 80 % interval.
-- reads:  customer_value, contract_value, order_value, horizon
-- writes: one row a horizon
-- The interval of the orders is that of sql/equity.sql. Fees cannot exceed what they would be if
-- nobody left, so the share of that which stays varies on the logit scale, by the noise between
-- contracts ($contract_dispersion) and the drift of whole years. Both parts are taken to err together:
-- their bounds are added up. 1.2816 = the 90 % point of the normal.
WITH contract_sum AS (
  SELECT
    horizon_months,
    sum(revenue_discounted) AS fees,
    sum(revenue_staying) AS staying
  FROM contract_value
  GROUP BY horizon_months
),
order_sum AS (
  SELECT
    horizon_months,
    sum(revenue_discounted) AS bought
  FROM order_value
  GROUP BY horizon_months
),
spread AS (
  SELECT
    h.horizon_months AS horizon_months,
    coalesce(o.bought, 0) AS bought,
    coalesce(c.fees, 0) AS fees,
    CASE WHEN o.bought > 0
      THEN sqrt(CAST($dispersion AS DOUBLE) / o.bought + CAST($drift AS DOUBLE) * CAST($drift AS DOUBLE))
      ELSE 0
    END AS order_sd,
    CASE WHEN c.fees > 0 AND c.fees < c.staying * 0.999999
      THEN (c.staying - c.fees) / c.fees
      ELSE 0
    END AS odds_of_loss,
    CASE WHEN c.fees > 0 AND c.fees < c.staying * 0.999999
      THEN sqrt(CAST($contract_dispersion AS DOUBLE) / least(c.fees, c.staying - c.fees)
        + CAST($drift AS DOUBLE) * CAST($drift AS DOUBLE))
      ELSE 0
    END AS contract_sd
  FROM horizon AS h
  LEFT JOIN order_sum AS o ON h.horizon_months = o.horizon_months
  LEFT JOIN contract_sum AS c ON h.horizon_months = c.horizon_months
),
bounds AS (
  SELECT
    horizon_months,
    bought * exp(-1.2816 * order_sd)
      + fees * (1 + odds_of_loss) / (1 + odds_of_loss * exp(1.2816 * contract_sd)) AS low,
    bought * exp(1.2816 * order_sd)
      + fees * (1 + odds_of_loss) / (1 + odds_of_loss * exp(-1.2816 * contract_sd)) AS high
  FROM spread
),
totals AS (
  SELECT
    horizon_months,
    as_of,
    CAST(count(*) AS INTEGER) AS customers,
    sum(expected_purchases) AS expected_purchases,
    sum(revenue_historic) AS revenue_historic,
    sum(revenue_predicted) AS revenue_predicted,
    sum(revenue_discounted) AS revenue_discounted,
    sum(contribution_historic) AS contribution_historic,
    sum(contribution_discounted) AS contribution_discounted
  FROM customer_value
  GROUP BY horizon_months, as_of
)
SELECT
  t.horizon_months AS horizon_months,
  t.as_of AS as_of,
  CAST(h.horizon_end AS DATE) AS horizon_end,
  CAST($method AS VARCHAR) AS method,
  $verified = 1 AS verified,
  t.customers AS customers,
  t.expected_purchases AS expected_purchases,
  t.revenue_historic AS revenue_historic,
  t.revenue_predicted AS revenue_predicted,
  t.revenue_discounted AS revenue_discounted,
  b.low AS revenue_low,
  b.high AS revenue_high,
  t.contribution_historic AS contribution_historic,
  t.contribution_discounted AS contribution_discounted,
  t.contribution_discounted - (t.revenue_discounted - b.low) * CAST($margin_rate AS DOUBLE)
    AS contribution_low,
  t.contribution_discounted + (b.high - t.revenue_discounted) * CAST($margin_rate AS DOUBLE)
    AS contribution_high,
  CAST($margin_rate AS DOUBLE) AS margin_rate,
  CAST($discount_rate AS DOUBLE) AS discount_rate
FROM totals AS t
JOIN horizon AS h ON t.horizon_months = h.horizon_months
JOIN bounds AS b ON t.horizon_months = b.horizon_months
