-- One row an attribute of a customer that has no column of its own, valid from a day on. Attributes
-- become features; valid_from is the day of the import where the source names none.
CREATE TABLE IF NOT EXISTS customer_attributes (
  import_id INTEGER,
  line BIGINT,
  customer_id VARCHAR,
  attribute VARCHAR,
  value VARCHAR,
  valid_from DATE
)
