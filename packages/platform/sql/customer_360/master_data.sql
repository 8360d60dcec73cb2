-- The register's rows of a customer, the latest first.
-- reads:  customers
-- writes: the columns of customers that describe a person
SELECT
  customer_id,
  registered_on,
  birth_year,
  gender,
  postcode,
  city,
  region,
  country,
  acquisition_channel,
  CAST(acquisition_cost AS DOUBLE) AS paid_to_acquire,
  referred_by,
  is_business,
  account_id,
  group_id
FROM customers
WHERE customer_id = $customer_id
ORDER BY import_id DESC, line DESC
LIMIT 1
