-- One row a line of an order, as it came, in the workspace's business time zone.
-- amount is as the source gives it, in `currency`; whether with tax or without, its import says.
-- tax_rate (0.19) and country (of delivery) are what the source names.
-- Returns and cancellations are lines with a negative amount; return_of names their order if known.
-- customer_id is NULL where the source names none (a guest); such lines count for no customer.
CREATE TABLE IF NOT EXISTS orders (
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
