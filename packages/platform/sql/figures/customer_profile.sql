-- What every customer is, as far as figures are cut by it, known on the last day that counts.
-- reads:  the ledger, purchase_day, customer_summary, customer_value (for $screen_horizon months),
--         customer_number
-- writes: one row a customer: customer_no, profile_id (customers alike share one),
--         first_day (first purchase or first paid day of a contract), acquisition_cost, the members
-- '' stands for "not known". Of each dimension the 40 members with most customers stay, the others
-- are one, called other. The entry members are those of the dearest line of the first day.
WITH known AS (
  SELECT customer_id FROM customers
  UNION
  SELECT customer_id FROM purchase_day
  UNION
  SELECT customer_id FROM subscriptions WHERE started_on <= $as_of
),
master AS (
  SELECT * FROM (
    SELECT customers.*,
      row_number() OVER (PARTITION BY customer_id ORDER BY import_id DESC, line DESC) AS place
    FROM customers
  ) AS versions WHERE place = 1
),
contract AS (
  SELECT
    customer_id,
    min(CASE WHEN monthly_fee > 0 AND coalesce(state, 'active') = 'active' THEN started_on END)
      AS paid_from,
    max_by(plan, started_on) AS plan
  FROM subscriptions
  WHERE started_on <= $as_of AND coalesce(currency, $currency) = $currency
  GROUP BY customer_id
),
entry AS (
  SELECT * FROM (
    SELECT
      orders.customer_id AS customer_id,
      orders.channel AS entry_channel,
      coalesce(orders.category, product.category) AS entry_category,
      orders.product_id AS entry_product,
      row_number() OVER (
        PARTITION BY orders.customer_id
        ORDER BY coalesce(orders.amount, 0) DESC, orders.import_id, orders.line
      ) AS place
    FROM orders
    JOIN customer_summary AS summary
      ON orders.customer_id = summary.customer_id
      AND CAST(orders.ordered_at AS DATE) = summary.first_day
    LEFT JOIN (
      SELECT product_id, max(category) AS category FROM products GROUP BY product_id
    ) AS product ON orders.product_id = product.product_id
    WHERE coalesce(orders.currency, $currency) = $currency
  ) AS lines WHERE place = 1
),
referred AS (SELECT DISTINCT referred_id AS customer_id FROM referrals),
described AS (
  SELECT
    known.customer_id AS customer_id,
    CASE
      WHEN summary.first_day IS NULL OR contract.paid_from < summary.first_day THEN contract.paid_from
      ELSE summary.first_day
    END AS first_day,
    CAST(master.acquisition_cost AS DOUBLE) AS acquisition_cost,
    master.country AS country,
    master.region AS region,
    master.acquisition_channel AS acquisition_channel,
    entry.entry_channel AS entry_channel,
    entry.entry_category AS entry_category,
    entry.entry_product AS entry_product,
    contract.plan AS plan,
    valued.class AS value_class,
    CASE
      WHEN referred.customer_id IS NOT NULL OR coalesce(master.referred_by, '') <> '' THEN 'yes'
      ELSE 'no'
    END AS referred
  FROM known
  LEFT JOIN master ON known.customer_id = master.customer_id
  LEFT JOIN customer_summary AS summary ON known.customer_id = summary.customer_id
  LEFT JOIN contract ON known.customer_id = contract.customer_id
  LEFT JOIN entry ON known.customer_id = entry.customer_id
  LEFT JOIN referred ON known.customer_id = referred.customer_id
  LEFT JOIN customer_value AS valued
    ON known.customer_id = valued.customer_id AND valued.horizon_months = $screen_horizon
  WHERE known.customer_id IS NOT NULL
),
counted AS (
  SELECT
    CASE
      WHEN grouping(country) = 0 THEN 'country'
      WHEN grouping(region) = 0 THEN 'region'
      WHEN grouping(acquisition_channel) = 0 THEN 'acquisition_channel'
      WHEN grouping(entry_channel) = 0 THEN 'entry_channel'
      WHEN grouping(entry_category) = 0 THEN 'entry_category'
      WHEN grouping(entry_product) = 0 THEN 'entry_product'
      ELSE 'plan'
    END AS dimension,
    coalesce(country, region, acquisition_channel, entry_channel, entry_category, entry_product, plan)
      AS member,
    count(*) AS n
  FROM described
  GROUP BY GROUPING SETS (
    (country), (region), (acquisition_channel), (entry_channel), (entry_category), (entry_product), (plan)
  )
),
kept AS (
  SELECT dimension, member FROM (
    SELECT dimension, member,
      row_number() OVER (PARTITION BY dimension ORDER BY n DESC, member) AS place
    FROM counted WHERE member IS NOT NULL
  ) AS placed WHERE place <= 40
),
cut AS (
  SELECT
    described.customer_id AS customer_id,
    described.first_day AS first_day,
    described.acquisition_cost AS acquisition_cost,
    CASE WHEN described.country IS NULL THEN '' ELSE coalesce(country.member, 'other') END AS country,
    CASE WHEN described.region IS NULL THEN '' ELSE coalesce(region.member, 'other') END AS region,
    CASE WHEN described.acquisition_channel IS NULL THEN ''
      ELSE coalesce(acquisition_channel.member, 'other') END AS acquisition_channel,
    CASE WHEN described.entry_channel IS NULL THEN ''
      ELSE coalesce(entry_channel.member, 'other') END AS entry_channel,
    CASE WHEN described.entry_category IS NULL THEN ''
      ELSE coalesce(entry_category.member, 'other') END AS entry_category,
    CASE WHEN described.entry_product IS NULL THEN ''
      ELSE coalesce(entry_product.member, 'other') END AS entry_product,
    CASE WHEN described.plan IS NULL THEN '' ELSE coalesce(plan.member, 'other') END AS plan,
    coalesce(described.value_class, '') AS value_class,
    described.referred AS referred
  FROM described
  LEFT JOIN kept AS country
    ON country.dimension = 'country' AND described.country = country.member
  LEFT JOIN kept AS region ON region.dimension = 'region' AND described.region = region.member
  LEFT JOIN kept AS acquisition_channel
    ON acquisition_channel.dimension = 'acquisition_channel'
    AND described.acquisition_channel = acquisition_channel.member
  LEFT JOIN kept AS entry_channel
    ON entry_channel.dimension = 'entry_channel' AND described.entry_channel = entry_channel.member
  LEFT JOIN kept AS entry_category
    ON entry_category.dimension = 'entry_category'
    AND described.entry_category = entry_category.member
  LEFT JOIN kept AS entry_product
    ON entry_product.dimension = 'entry_product' AND described.entry_product = entry_product.member
  LEFT JOIN kept AS plan ON plan.dimension = 'plan' AND described.plan = plan.member
)
SELECT
  cut.*,
  customer_number.customer_no AS customer_no,
  CAST(dense_rank() OVER (
    ORDER BY country, region, acquisition_channel, entry_channel, entry_category, entry_product, plan,
      value_class, referred
  ) AS INTEGER) AS profile_id
FROM cut
JOIN customer_number ON cut.customer_id = customer_number.customer_id
