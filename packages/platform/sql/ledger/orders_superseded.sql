-- Lines whose order or line id came again with another content, and lines of imports taken back.
-- Nothing of the ledger is ever deleted: it moves here, with the import that replaced it.
CREATE TABLE IF NOT EXISTS orders_superseded (
  superseded_by INTEGER,
  import_id INTEGER,
  line BIGINT,
  order_id VARCHAR,
  line_id VARCHAR,
  customer_id VARCHAR,
  ordered_at TIMESTAMP,
  product_id VARCHAR,
  category VARCHAR,
  quantity DOUBLE,
  amount DECIMAL(18, 4),
  tax_amount DECIMAL(18, 4),
  cost DECIMAL(18, 4),
  currency VARCHAR,
  channel VARCHAR,
  return_of VARCHAR,
  tax_rate DOUBLE,
  country VARCHAR
)
