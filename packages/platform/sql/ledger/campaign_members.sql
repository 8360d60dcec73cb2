-- One row a customer in a campaign: treated, or held back as control.
CREATE TABLE IF NOT EXISTS campaign_members (
  import_id INTEGER,
  line BIGINT,
  campaign_id VARCHAR,
  customer_id VARCHAR,
  allotment VARCHAR,
  contacted_at TIMESTAMP,
  responded BOOLEAN
)
