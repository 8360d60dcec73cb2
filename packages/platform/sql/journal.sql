-- One row a published step: the digest of all it was made from, and what came out.
CREATE TABLE IF NOT EXISTS journal (
  step VARCHAR,
  fingerprint VARCHAR,
  row_count BIGINT,
  published_at TIMESTAMP
)
