-- One row a customer: master data as of the import. Further columns become features later.
CREATE TABLE IF NOT EXISTS customers (
  import_id INTEGER,
  line BIGINT,
  customer_id VARCHAR,
  registered_on DATE,
  birth_year INTEGER,
  gender VARCHAR,
  postcode VARCHAR,
  city VARCHAR,
  region VARCHAR,
  country VARCHAR,
  acquisition_channel VARCHAR,
  acquisition_cost DECIMAL(18, 4),
  referred_by VARCHAR,
  is_business BOOLEAN
)
