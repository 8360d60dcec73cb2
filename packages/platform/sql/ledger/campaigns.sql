-- One row a campaign.
CREATE TABLE IF NOT EXISTS campaigns (
  import_id INTEGER,
  line BIGINT,
  campaign_id VARCHAR,
  name VARCHAR,
  channel VARCHAR,
  started_on DATE,
  ended_on DATE,
  cost DECIMAL(18, 4)
)
