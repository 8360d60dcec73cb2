-- One row an identifier of a customer: kind email, phone, loyalty_card, customer_number, device,
-- address, name, ... as it came. source is the system that gave it out, where the file says so.
CREATE TABLE IF NOT EXISTS identifiers (
  import_id INTEGER,
  line BIGINT,
  customer_id VARCHAR,
  kind VARCHAR,
  value VARCHAR,
  source VARCHAR
)
