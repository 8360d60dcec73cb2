-- One row a day and currency: how many units of `currency` one unit of `base` was worth (as the
-- European Central Bank quotes: base EUR, currency USD, rate 1.0812).
CREATE TABLE IF NOT EXISTS exchange_rates (
  import_id INTEGER,
  line BIGINT,
  day DATE,
  currency VARCHAR,
  base VARCHAR,
  rate DOUBLE
)
