-- One row an import that took effect. mapping and format are the JSON the file was read with;
-- fingerprint is a digest of the file's bytes, so that the same file is known again. currency is
-- that of rows which name none, basis (net, gross) that of the amounts as they
-- stand in the ledger; basis_assumed is TRUE where neither the user nor the system that wrote the
-- file says what it is.
CREATE TABLE IF NOT EXISTS imports (
  import_id INTEGER,
  target VARCHAR,
  source VARCHAR,
  file VARCHAR,
  fingerprint VARCHAR,
  mapping VARCHAR,
  format VARCHAR,
  currency VARCHAR,
  basis VARCHAR,
  imported_at TIMESTAMP,
  rows_read BIGINT,
  rows_added BIGINT,
  rows_known BIGINT,
  rows_superseded BIGINT,
  rows_rejected BIGINT,
  undone_at TIMESTAMP,
  basis_assumed BOOLEAN
)
