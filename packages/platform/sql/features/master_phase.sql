-- The register's rows of each customer with the days they held.
-- reads:  customers, imports
-- writes: the columns of customers, valid_from, valid_until
-- The first row holds from its day of registration, or from the beginning where it names none; a
-- later one from its own day of registration or, if that is not newer, from the day of its import.
SELECT
  customer_id, registered_on, birth_year, gender, postcode, city, region, country,
  acquisition_channel, acquisition_cost, referred_by, is_business,
  valid_from,
  lead(valid_from, 1, DATE '9999-12-31') OVER (PARTITION BY customer_id ORDER BY valid_from, place)
    AS valid_until
FROM (
  SELECT
    numbered.*,
    CASE
      WHEN place = 1 THEN coalesce(registered_on, DATE '0001-01-01')
      WHEN registered_on > first_registered THEN registered_on
      ELSE coalesce(CAST(imported_at AS DATE), registered_on, DATE '0001-01-01')
    END AS valid_from
  FROM (
    SELECT
      customers.*,
      imports.imported_at AS imported_at,
      row_number() OVER (PARTITION BY customer_id ORDER BY registered_on, customers.import_id, customers.line)
        AS place,
      min(registered_on) OVER (PARTITION BY customer_id) AS first_registered
    FROM customers LEFT JOIN imports ON customers.import_id = imports.import_id
    WHERE customer_id IS NOT NULL
  ) AS numbered
) AS dated
ORDER BY customer_id, valid_from
