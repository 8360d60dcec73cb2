-- One row a customer: master data. account_id is the company a contact belongs to, group_id the
-- group of that company. Further columns of a file go to customer_attributes.
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
  is_business BOOLEAN,
  account_id VARCHAR,
  group_id VARCHAR
)
