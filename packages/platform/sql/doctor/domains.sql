-- What is odd about the tables beside orders, counted.
-- reads:  the ledger
-- A customer is known whom the register, an order or a contract names.
WITH known AS (
  SELECT customer_id FROM customers WHERE customer_id IS NOT NULL
  UNION
  SELECT customer_id FROM orders WHERE customer_id IS NOT NULL
  UNION
  SELECT customer_id FROM subscriptions WHERE customer_id IS NOT NULL
),
named AS (
  SELECT 'interactions' AS source_table, customer_id, CAST(count(*) AS DOUBLE) AS n
  FROM interactions WHERE customer_id IS NOT NULL GROUP BY customer_id
  UNION ALL
  SELECT 'usage' AS source_table, customer_id, CAST(count(*) AS DOUBLE) AS n
  FROM usage WHERE customer_id IS NOT NULL GROUP BY customer_id
  UNION ALL
  SELECT 'feedback' AS source_table, customer_id, CAST(count(*) AS DOUBLE) AS n
  FROM feedback WHERE customer_id IS NOT NULL GROUP BY customer_id
  UNION ALL
  SELECT 'campaign_members' AS source_table, customer_id, CAST(count(*) AS DOUBLE) AS n
  FROM campaign_members WHERE customer_id IS NOT NULL GROUP BY customer_id
  UNION ALL
  SELECT 'consents' AS source_table, customer_id, CAST(count(*) AS DOUBLE) AS n
  FROM consents WHERE customer_id IS NOT NULL GROUP BY customer_id
),
stranger AS (
  SELECT source_table, n FROM named
  LEFT JOIN known ON named.customer_id = known.customer_id
  WHERE known.customer_id IS NULL
)
SELECT
  (SELECT CAST(coalesce(sum(CASE WHEN source_table = 'interactions' THEN n END), 0) AS DOUBLE)
    FROM stranger) AS unknown_interactions,
  (SELECT CAST(coalesce(sum(CASE WHEN source_table = 'usage' THEN n END), 0) AS DOUBLE)
    FROM stranger) AS unknown_usage,
  (SELECT CAST(coalesce(sum(CASE WHEN source_table = 'feedback' THEN n END), 0) AS DOUBLE)
    FROM stranger) AS unknown_feedback,
  (SELECT CAST(coalesce(sum(CASE WHEN source_table = 'campaign_members' THEN n END), 0) AS DOUBLE)
    FROM stranger) AS unknown_campaign_members,
  (SELECT CAST(coalesce(sum(CASE WHEN source_table = 'consents' THEN n END), 0) AS DOUBLE)
    FROM stranger) AS unknown_consents,
  (SELECT CAST(count(interaction_id) - count(DISTINCT interaction_id) AS DOUBLE) FROM interactions)
    AS twice_interactions,
  (SELECT CAST(count(usage_id) - count(DISTINCT usage_id) AS DOUBLE) FROM usage) AS twice_usage,
  (SELECT CAST(count(feedback_id) - count(DISTINCT feedback_id) AS DOUBLE) FROM feedback)
    AS twice_feedback,
  (SELECT CAST(count(*) AS DOUBLE) FROM feedback WHERE customer_id IS NULL OR given_at IS NULL)
    AS loose_feedback,
  (SELECT CAST(count(*) AS DOUBLE) FROM feedback) AS answers,
  (SELECT CAST(count(*) AS DOUBLE) FROM costs WHERE period_start IS NULL AND period_end IS NULL)
    AS costs_without_period,
  (SELECT CAST(coalesce(sum(amount), 0) AS DOUBLE) FROM costs
    WHERE period_start IS NULL AND period_end IS NULL) AS amount_without_period,
  (SELECT CAST(count(*) AS DOUBLE) FROM costs WHERE period_end < period_start) AS costs_reversed,
  (SELECT CAST(count(*) AS DOUBLE) FROM costs) AS costs,
  (SELECT CAST(count(*) AS DOUBLE) FROM costs WHERE currency <> $currency) AS foreign_costs,
  (SELECT CAST(count(*) AS DOUBLE) FROM subscriptions WHERE currency <> $currency)
    AS foreign_subscriptions,
  (SELECT CAST(count(*) AS DOUBLE) FROM customers) AS register,
  (SELECT CAST(count(*) AS DOUBLE) FROM customers
    WHERE birth_year > extract(YEAR FROM CAST($as_of AS DATE)) OR birth_year < extract(YEAR FROM CAST($as_of AS DATE)) - 120)
    AS impossible_births,
  (SELECT CAST(count(*) AS DOUBLE) FROM customers WHERE registered_on > $as_of) AS registered_later,
  (SELECT CAST(count(*) AS DOUBLE) FROM referrals WHERE referrer_id = referred_id) AS own_referrals,
  (SELECT CAST(count(*) AS DOUBLE) FROM campaign_members
    WHERE (SELECT count(*) FROM campaigns) > 0
      AND campaign_id NOT IN (SELECT campaign_id FROM campaigns WHERE campaign_id IS NOT NULL))
    AS unknown_campaigns,
  (SELECT CAST(count(*) AS DOUBLE) FROM campaign_members) AS members
