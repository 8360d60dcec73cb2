-- One row a customer number that is read as another one; source '' stands for all sources.
-- Made from identifiers and identity_log: what is not here is its own person.
CREATE TABLE IF NOT EXISTS customer_alias (
  customer_id VARCHAR,
  source VARCHAR,
  canonical_id VARCHAR,
  since TIMESTAMP,
  reason VARCHAR,
  decided_by VARCHAR
)
