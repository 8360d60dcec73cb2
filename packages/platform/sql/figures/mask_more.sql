-- One round of complementary suppression: what is hidden must not follow from what is shown.
-- reads:  figure_mask
-- writes: the columns of figure_mask
-- Among the members of a period, and among the parts of a longer period of one member that is shown:
-- where one cell alone is hidden, or those hidden are fewer than $smallest_group persons together,
-- the smallest of the others is hidden too. Where a period and a longer one tell the same (there was
-- nothing else in it), hiding one hides the other. Rounds follow until nothing is added.
WITH placed AS (
  SELECT
    cell.*,
    parent.masked AS parent_masked,
    sum(cell.masked) OVER (PARTITION BY cell.figure, cell.dimension, cell.period_kind, cell.period_start)
      AS hidden_across,
    sum(cell.masked * cell.persons) OVER (
      PARTITION BY cell.figure, cell.dimension, cell.period_kind, cell.period_start
    ) AS persons_across,
    row_number() OVER (
      PARTITION BY cell.figure, cell.dimension, cell.period_kind, cell.period_start,
        cell.masked, CASE WHEN cell.persons > 0 THEN 1 ELSE 0 END
      ORDER BY cell.persons, cell.member
    ) AS place_across,
    sum(cell.masked) OVER (
      PARTITION BY cell.figure, cell.dimension, cell.member, cell.parent_kind, cell.parent_start
    ) AS hidden_within,
    sum(cell.masked * cell.persons) OVER (
      PARTITION BY cell.figure, cell.dimension, cell.member, cell.parent_kind, cell.parent_start
    ) AS persons_within,
    row_number() OVER (
      PARTITION BY cell.figure, cell.dimension, cell.member, cell.parent_kind, cell.parent_start,
        cell.masked, CASE WHEN cell.persons > 0 THEN 1 ELSE 0 END
      ORDER BY cell.persons, cell.period_start
    ) AS place_within,
    CASE WHEN coalesce(parent.numerator, 0) = coalesce(cell.numerator, 0)
        AND coalesce(parent.denominator, 0) = coalesce(cell.denominator, 0)
        AND parent.persons = cell.persons
      THEN parent.masked ELSE 0 END AS same_above
  FROM figure_mask AS cell
  LEFT JOIN figure_mask AS parent
    ON cell.figure = parent.figure AND cell.dimension = parent.dimension
    AND cell.member = parent.member AND cell.parent_kind = parent.period_kind
    AND cell.parent_start = parent.period_start
),
same_below AS (
  SELECT DISTINCT figure, dimension, member, parent_kind, parent_start, numerator, denominator, persons
  FROM figure_mask
  WHERE masked = 1 AND parent_kind IS NOT NULL
)
SELECT
  placed.figure AS figure,
  placed.dimension AS dimension,
  placed.member AS member,
  placed.period_kind AS period_kind,
  placed.period_start AS period_start,
  placed.parent_kind AS parent_kind,
  placed.parent_start AS parent_start,
  placed.numerator AS numerator,
  placed.denominator AS denominator,
  placed.persons AS persons,
  CAST(CASE
    WHEN placed.masked = 1 THEN 1
    WHEN placed.persons = 0 THEN 0
    WHEN hidden_across > 0 AND (hidden_across = 1 OR persons_across < $smallest_group)
      AND place_across = 1 THEN 1
    WHEN parent_masked = 0 AND hidden_within > 0
      AND (hidden_within = 1 OR persons_within < $smallest_group) AND place_within = 1 THEN 1
    WHEN same_above = 1 THEN 1
    WHEN same_below.figure IS NOT NULL THEN 1
    ELSE 0
  END AS INTEGER) AS masked
FROM placed
LEFT JOIN same_below
  ON placed.figure = same_below.figure AND placed.dimension = same_below.dimension
  AND placed.member = same_below.member AND placed.period_kind = same_below.parent_kind
  AND placed.period_start = same_below.parent_start
  AND coalesce(placed.numerator, 0) = coalesce(same_below.numerator, 0)
  AND coalesce(placed.denominator, 0) = coalesce(same_below.denominator, 0)
  AND placed.persons = same_below.persons
