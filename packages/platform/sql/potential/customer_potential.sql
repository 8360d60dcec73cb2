-- What each customer brings beside what the upper part of comparable customers brings.
-- reads:  potential_customer, potential_cell
-- writes: the columns of potential_customer, level, compared, reached, gap, wallet_gap
-- Compared with the narrowest group of at least $least customers; level is NULL where not even all of
-- the kind are so many. gap is what is missing to `reached`, never below 0; wallet_gap what the
-- customer spends elsewhere.
SELECT
  own.customer_id AS customer_id,
  own.profile_id AS profile_id,
  own.kind AS kind,
  own.tenure_class AS tenure_class,
  own.entry AS entry,
  own.business AS business,
  own.actual AS actual,
  own.wallet_share AS wallet_share,
  cell.level AS level,
  cell.compared AS compared,
  cell.reached AS reached,
  CASE WHEN cell.reached IS NULL THEN NULL WHEN cell.reached > own.actual THEN cell.reached - own.actual
    ELSE 0 END AS gap,
  CASE WHEN own.wallet_share > 0 AND own.actual > 0
    THEN round(own.actual / own.wallet_share - own.actual, 2) END AS wallet_gap
FROM potential_customer AS own
LEFT JOIN (
  SELECT kind, tenure_class, entry, business, min(level) AS narrowest
  FROM (
    SELECT own.kind, own.tenure_class, own.entry, own.business, cell.level
    FROM (SELECT DISTINCT kind, tenure_class, entry, business FROM potential_customer) AS own
    JOIN potential_cell AS cell
      ON own.kind = cell.kind AND cell.compared >= $least
      AND (cell.tenure_class = '*' OR own.tenure_class = cell.tenure_class)
      AND (cell.entry = '*' OR own.entry = cell.entry)
      AND (cell.business = '*' OR own.business = cell.business)
  ) AS fitting
  GROUP BY kind, tenure_class, entry, business
) AS choice
  ON own.kind = choice.kind AND own.tenure_class = choice.tenure_class AND own.entry = choice.entry
  AND own.business = choice.business
LEFT JOIN potential_cell AS cell
  ON choice.narrowest = cell.level AND own.kind = cell.kind
  AND (cell.tenure_class = '*' OR own.tenure_class = cell.tenure_class)
  AND (cell.entry = '*' OR own.entry = cell.entry)
  AND (cell.business = '*' OR own.business = cell.business)
