-- The members that each profile belongs to, one a dimension.
-- reads:  customer_profile, figure_member
-- writes: profile_id, member_no; profile 0 is that of people who are no known customers
WITH profile AS (
  SELECT DISTINCT profile_id, country, region, acquisition_channel, entry_channel, entry_category,
    entry_product, plan, value_class, referred
  FROM customer_profile
  UNION ALL
  SELECT 0, '', '', '', '', '', '', '', '', ''
)
SELECT profile.profile_id AS profile_id, figure_member.member_no AS member_no
FROM profile
JOIN figure_member
  ON figure_member.member = CASE figure_member.dimension
    WHEN 'all' THEN 'all'
    WHEN 'country' THEN country
    WHEN 'region' THEN region
    WHEN 'acquisition_channel' THEN acquisition_channel
    WHEN 'entry_channel' THEN entry_channel
    WHEN 'entry_category' THEN entry_category
    WHEN 'entry_product' THEN entry_product
    WHEN 'plan' THEN plan
    WHEN 'value_class' THEN value_class
    WHEN 'referred' THEN referred
  END
