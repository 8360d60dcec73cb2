-- One row a rejected row of a file: where it stood, which value was refused, why, and its text.
CREATE TABLE IF NOT EXISTS rejects (
  import_id INTEGER,
  file VARCHAR,
  line BIGINT,
  column_name VARCHAR,
  value VARCHAR,
  reason VARCHAR,
  row_text VARCHAR
)
