-- Everything decided about who is who, in order; rows are only ever added.
-- By people: merge (customer_id is the person other_id), split (customer_id stands alone; with
-- other_id a source: that source's rows of this number are another person), apart (the two are
-- different people). By the rules: merged and released, as aliases came and went.
CREATE TABLE IF NOT EXISTS identity_log (
  entry INTEGER,
  happened_at TIMESTAMP,
  action VARCHAR,
  customer_id VARCHAR,
  other_id VARCHAR,
  reason VARCHAR,
  decided_by VARCHAR
)
