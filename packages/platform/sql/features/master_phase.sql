-- The register's rows of each customer with the days they held.
-- reads:  customers, customers_superseded, imports
-- writes: the columns of customers, valid_from, valid_until
-- The first row holds from its day of registration, or from the beginning where it names none; a
-- later one from its own day of registration or, if that is not newer, from the day of its import.
-- A row that a later import replaced held until that import: what replaces it was not known before.
-- Rows of imports taken back, and those that their own file corrects, never held.
WITH replaced AS (
  SELECT
    customer_id, import_id, line, superseded_by, registered_on, birth_year, gender, postcode, city, region, country,
    acquisition_channel, acquisition_cost, referred_by, is_business
  FROM customers_superseded
  WHERE superseded_by <> import_id
    AND import_id IN (SELECT import_id FROM imports WHERE undone_at IS NULL)
),
stated AS (
  SELECT
    customer_id, import_id, line, registered_on, birth_year, gender, postcode, city, region, country,
    acquisition_channel, acquisition_cost, referred_by, is_business
  FROM customers
  UNION ALL
  SELECT
    customer_id, import_id, line, registered_on, birth_year, gender, postcode, city, region, country,
    acquisition_channel, acquisition_cost, referred_by, is_business
  FROM replaced
),
version AS (
  SELECT stated.*, CASE WHEN predecessor.customer_id IS NULL THEN 0 ELSE 1 END AS is_successor
  FROM stated
  LEFT JOIN (SELECT DISTINCT customer_id, superseded_by FROM replaced) AS predecessor
    ON stated.customer_id = predecessor.customer_id AND stated.import_id = predecessor.superseded_by
),
placed AS (
  SELECT
    version.*,
    coalesce(CAST(imports.imported_at AS DATE), registered_on, DATE '0001-01-01') AS imported_on,
    row_number() OVER (
      PARTITION BY customer_id ORDER BY is_successor, registered_on, version.import_id, line
    ) AS place,
    min(CASE WHEN is_successor = 0 THEN registered_on END) OVER (PARTITION BY customer_id)
      AS first_registered
  FROM version LEFT JOIN imports ON version.import_id = imports.import_id
  WHERE customer_id IS NOT NULL
),
dated AS (
  SELECT
    placed.*,
    CASE
      WHEN is_successor = 1 THEN greatest(imported_on, coalesce(registered_on, imported_on))
      WHEN place = 1 THEN coalesce(registered_on, DATE '0001-01-01')
      WHEN registered_on > first_registered THEN registered_on
      ELSE imported_on
    END AS valid_from
  FROM placed
)
SELECT
  customer_id, registered_on, birth_year, gender, postcode, city, region, country,
  acquisition_channel, acquisition_cost, referred_by, is_business,
  valid_from,
  lead(valid_from, 1, DATE '9999-12-31') OVER (
    PARTITION BY customer_id ORDER BY valid_from, is_successor, place
  ) AS valid_until
FROM dated
ORDER BY customer_id, valid_from
