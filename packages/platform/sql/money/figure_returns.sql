-- The family of returns: what came back, what is still to come, and revenue after both.
-- reads:  return_provision, figure_sales
-- writes: figure, dimension, member, period_kind, period_start, numerator, denominator, n, low, high
-- The provision is told where anything is to come; intervals hold 80 %.
SELECT
  figures.figure AS figure,
  provision.dimension AS dimension,
  provision.member AS member,
  provision.period_kind AS period_kind,
  provision.period_start AS period_start,
  CASE figures.figure
    WHEN 'return_rate' THEN provision.returned
    WHEN 'return_rate_expected' THEN provision.returned + provision.provision
    WHEN 'return_provision' THEN provision.provision
    WHEN 'revenue_after_returns' THEN sales.numerator - provision.provision
  END AS numerator,
  CASE WHEN figures.figure IN ('return_rate', 'return_rate_expected') THEN provision.purchased END
    AS denominator,
  provision.lines AS n,
  CASE figures.figure
    WHEN 'return_rate_expected' THEN (provision.returned + provision.low) / provision.purchased
    WHEN 'return_provision' THEN provision.low
    WHEN 'revenue_after_returns' THEN sales.numerator - provision.high
  END AS low,
  CASE figures.figure
    WHEN 'return_rate_expected' THEN (provision.returned + provision.high) / provision.purchased
    WHEN 'return_provision' THEN provision.high
    WHEN 'revenue_after_returns' THEN sales.numerator - provision.low
  END AS high
FROM return_provision AS provision
LEFT JOIN figure_sales AS sales
  ON sales.figure = 'revenue'
  AND provision.dimension = sales.dimension AND provision.member = sales.member
  AND provision.period_kind = sales.period_kind AND provision.period_start = sales.period_start
CROSS JOIN (
  VALUES ('return_rate'), ('return_rate_expected'), ('return_provision'), ('revenue_after_returns')
) AS figures (figure)
WHERE figures.figure = 'return_rate' OR provision.provision >= 0.005
