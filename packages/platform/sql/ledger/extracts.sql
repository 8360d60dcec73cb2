-- How far a living source has been read: one row an import from one. origin says which server,
-- database and table or query; watermark is the highest value read of watermark_column, as text.
-- Of an import that was taken back it no longer counts. row_identity is JSON: the columns of the
-- source that name a row, null where rows are compared by all they say.
CREATE TABLE IF NOT EXISTS extracts (
  import_id INTEGER,
  origin VARCHAR,
  watermark_column VARCHAR,
  watermark VARCHAR,
  row_identity VARCHAR
)
