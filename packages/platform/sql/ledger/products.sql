-- One row a product. tax_class: standard, reduced …, or a rate that stands for it.
CREATE TABLE IF NOT EXISTS products (
  import_id INTEGER,
  line BIGINT,
  product_id VARCHAR,
  name VARCHAR,
  category VARCHAR,
  price DECIMAL(18, 4),
  unit_cost DECIMAL(18, 4),
  tax_class VARCHAR
)
