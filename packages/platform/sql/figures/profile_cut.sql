-- The members that each profile belongs to, side by side: what figures are cut by in one pass.
-- reads:  customer_profile, figure_member
-- writes: profile_id and a member_no for each dimension, NULL where nothing is told by it; profile 0
--         is that of people who are no known customers
WITH profile AS (
  SELECT DISTINCT profile_id, country, region, acquisition_channel, entry_channel, entry_category,
    entry_product, plan, value_class, referred
  FROM customer_profile
  UNION ALL
  SELECT 0, '', '', '', '', '', '', '', '', ''
)
SELECT
  profile.profile_id AS profile_id,
  everyone.member_no AS all_no,
  country.member_no AS country_no,
  region.member_no AS region_no,
  acquisition_channel.member_no AS acquisition_channel_no,
  entry_channel.member_no AS entry_channel_no,
  entry_category.member_no AS entry_category_no,
  entry_product.member_no AS entry_product_no,
  plan.member_no AS plan_no,
  value_class.member_no AS value_class_no,
  referred.member_no AS referred_no
FROM profile
JOIN figure_member AS everyone ON everyone.dimension = 'all' AND everyone.member = 'all'
LEFT JOIN (SELECT member, member_no FROM figure_member WHERE dimension = 'country') AS country
  ON profile.country = country.member
LEFT JOIN (SELECT member, member_no FROM figure_member WHERE dimension = 'region') AS region
  ON profile.region = region.member
LEFT JOIN (SELECT member, member_no FROM figure_member WHERE dimension = 'acquisition_channel') AS acquisition_channel
  ON profile.acquisition_channel = acquisition_channel.member
LEFT JOIN (SELECT member, member_no FROM figure_member WHERE dimension = 'entry_channel') AS entry_channel
  ON profile.entry_channel = entry_channel.member
LEFT JOIN (SELECT member, member_no FROM figure_member WHERE dimension = 'entry_category') AS entry_category
  ON profile.entry_category = entry_category.member
LEFT JOIN (SELECT member, member_no FROM figure_member WHERE dimension = 'entry_product') AS entry_product
  ON profile.entry_product = entry_product.member
LEFT JOIN (SELECT member, member_no FROM figure_member WHERE dimension = 'plan') AS plan
  ON profile.plan = plan.member
LEFT JOIN (SELECT member, member_no FROM figure_member WHERE dimension = 'value_class') AS value_class
  ON profile.value_class = value_class.member
LEFT JOIN (SELECT member, member_no FROM figure_member WHERE dimension = 'referred') AS referred
  ON profile.referred = referred.member
