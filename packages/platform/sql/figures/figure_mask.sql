-- The cells of the figures that are cut by a dimension, and which of them rest on too few persons.
-- reads:  figure_value, customer_profile, profile_member, figure_member, figure_period
-- writes: of every cell with persons: figure, dimension, member, period_kind, period_start, parent_kind and parent_start (the
--         next longer period, if any), numerator, denominator, persons, masked (1: not to be shown), cell_no, across_no (one a figure,
--         dimension and period)
-- persons: buyers where a figure of sales counts purchases or orders, else the n of the figure, which
-- may count answers or contacts and so is never too small; and never more than there are customers
-- of the member. A cell without persons tells nothing of anybody.
WITH member_size AS (
  SELECT dimension, member, CAST(count(*) AS DOUBLE) AS customers
  FROM customer_profile AS profile
  JOIN profile_member ON profile.profile_id = profile_member.profile_id
  JOIN figure_member ON profile_member.member_no = figure_member.member_no
  GROUP BY dimension, member
),
buyers AS (
  SELECT dimension, member, period_kind, period_start, value AS buyers
  FROM figure_value
  WHERE figure = 'buyers'
),
counted AS (
  SELECT
    cell.figure AS figure,
    cell.dimension AS dimension,
    cell.member AS member,
    cell.period_kind AS period_kind,
    cell.period_start AS period_start,
    cell.numerator AS numerator,
    cell.denominator AS denominator,
    cell.n AS n,
    CASE
      WHEN $of_purchases LIKE concat('%|', cell.figure, '|%') AND buyers.buyers < cell.n THEN buyers.buyers
      ELSE cell.n
    END AS own_persons,
    member_size.customers AS customers
  FROM figure_value AS cell
  LEFT JOIN buyers
    ON cell.dimension = buyers.dimension AND cell.member = buyers.member
    AND cell.period_kind = buyers.period_kind AND cell.period_start = buyers.period_start
  LEFT JOIN member_size
    ON cell.dimension = member_size.dimension AND cell.member = member_size.member
  WHERE cell.dimension <> 'all'
),
sized AS (
  SELECT
    counted.*,
    CASE WHEN own_persons > 0 AND customers < own_persons THEN customers ELSE coalesce(own_persons, 0) END
      AS persons
  FROM counted
),
-- The next longer period that a period lies in; a business year may begin in any month.
longer AS (
  SELECT
    period.period_kind AS period_kind,
    period.period_start AS period_start,
    parent.period_kind AS parent_kind,
    parent.period_start AS parent_start
  FROM figure_period AS period
  JOIN figure_period AS parent
    ON parent.period_kind = CASE period.period_kind
      WHEN 'month' THEN 'quarter' WHEN 'quarter' THEN 'year' WHEN 'year' THEN 'total' END
    AND period.period_end BETWEEN parent.unit_start AND parent.period_end
)
SELECT
  figure, dimension, member,
  sized.period_kind AS period_kind,
  sized.period_start AS period_start,
  longer.parent_kind AS parent_kind,
  longer.parent_start AS parent_start,
  numerator, denominator, persons,
  CAST(CASE WHEN persons < $smallest_group THEN 1 ELSE 0 END AS INTEGER) AS masked,
  -- Numbers stand for names, and in each period the smallest cell comes first.
  CAST(row_number() OVER (
    ORDER BY figure, dimension, sized.period_kind, sized.period_start, persons, member
  ) AS DOUBLE) AS cell_no,
  CAST(dense_rank() OVER (ORDER BY figure, dimension, sized.period_kind, sized.period_start) AS DOUBLE)
    AS across_no
FROM sized
LEFT JOIN longer
  ON sized.period_kind = longer.period_kind AND sized.period_start = longer.period_start
-- What nobody stands behind tells of nobody.
WHERE persons > 0
