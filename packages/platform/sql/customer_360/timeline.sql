-- Everything that happened between a customer and the company, over all channels.
-- reads:  orders, interactions, usage, feedback, campaign_members, campaigns, subscriptions,
--         consents, customers, referrals
-- writes: happened_at, kind, entry_key (unique), reference, title, detail, channel, amount,
--         currency, quantity, entries (lines, events, …)
-- An order is one entry, its returns are another on the day they came; use is one entry a day and
-- feature; a contract has an entry for each phase and each state it had in it, and one where no
-- phase follows. What has no time cannot stand on a line of time and is left out. The caller filters, orders and pages.
SELECT
  min(ordered_at) AS happened_at,
  CAST(CASE WHEN is_return = 1 THEN 'return' ELSE 'order' END AS VARCHAR) AS kind,
  CASE
    WHEN is_return = 1 THEN 'return/' || order_key || '/' || coalesce(returned, '')
    ELSE 'order/' || order_key
  END || '/' || coalesce(currency, '') AS entry_key,
  order_id AS reference,
  CASE WHEN min(category) = max(category) THEN min(category) END AS title,
  returned AS detail,
  max(channel) AS channel,
  CAST(sum(amount) AS DOUBLE) AS amount,
  currency,
  CAST(sum(quantity) AS DOUBLE) AS quantity,
  CAST(count(*) AS INTEGER) AS entries
FROM (
  SELECT
    ordered_at, order_id, currency, category, channel, amount, quantity,
    CASE WHEN amount < 0 THEN 1 ELSE 0 END AS is_return,
    CASE WHEN amount < 0 THEN return_of END AS returned,
    coalesce(order_id, CAST(import_id AS VARCHAR) || '-' || CAST(line AS VARCHAR)) AS order_key
  FROM orders
  WHERE customer_id = $customer_id AND ordered_at IS NOT NULL
) AS bought
GROUP BY is_return, order_id, returned, currency, order_key
UNION ALL
SELECT
  happened_at,
  CAST('interaction' AS VARCHAR),
  'interaction/' || CAST(import_id AS VARCHAR) || '-' || CAST(line AS VARCHAR),
  interaction_id,
  kind,
  outcome,
  channel,
  CAST(NULL AS DOUBLE),
  CAST(NULL AS VARCHAR),
  duration_minutes,
  CAST(1 AS INTEGER)
FROM interactions
WHERE customer_id = $customer_id AND happened_at IS NOT NULL
UNION ALL
SELECT
  CAST(CAST(used_at AS DATE) AS TIMESTAMP),
  CAST('usage' AS VARCHAR),
  'usage/' || coalesce(feature, '') || '/' || CAST(CAST(used_at AS DATE) AS VARCHAR),
  CAST(NULL AS VARCHAR),
  feature,
  CAST(NULL AS VARCHAR),
  CAST(NULL AS VARCHAR),
  CAST(NULL AS DOUBLE),
  CAST(NULL AS VARCHAR),
  CAST(sum(quantity) AS DOUBLE),
  CAST(count(*) AS INTEGER)
FROM usage
WHERE customer_id = $customer_id AND used_at IS NOT NULL
GROUP BY feature, CAST(used_at AS DATE)
UNION ALL
SELECT
  given_at,
  CAST('feedback' AS VARCHAR),
  'feedback/' || CAST(import_id AS VARCHAR) || '-' || CAST(line AS VARCHAR),
  feedback_id,
  kind,
  comment,
  channel,
  CAST(NULL AS DOUBLE),
  CAST(NULL AS VARCHAR),
  score,
  CAST(1 AS INTEGER)
FROM feedback
WHERE customer_id = $customer_id AND given_at IS NOT NULL
UNION ALL
SELECT
  coalesce(member.contacted_at, CAST(campaign.started_on AS TIMESTAMP)),
  CAST('campaign' AS VARCHAR),
  'campaign/' || CAST(member.import_id AS VARCHAR) || '-' || CAST(member.line AS VARCHAR),
  member.campaign_id,
  coalesce(campaign.name, member.campaign_id),
  member.allotment,
  campaign.channel,
  CAST(NULL AS DOUBLE),
  CAST(NULL AS VARCHAR),
  CAST(CASE WHEN member.responded THEN 1 WHEN NOT member.responded THEN 0 END AS DOUBLE),
  CAST(1 AS INTEGER)
FROM (SELECT * FROM campaign_members WHERE customer_id = $customer_id) AS member
LEFT JOIN (
  SELECT campaign_id, max(name) AS name, max(channel) AS channel, min(started_on) AS started_on
  FROM campaigns GROUP BY campaign_id
) AS campaign ON member.campaign_id = campaign.campaign_id
WHERE coalesce(member.contacted_at, CAST(campaign.started_on AS TIMESTAMP)) IS NOT NULL
UNION ALL
SELECT
  CAST(started_on AS TIMESTAMP),
  CAST('subscription' AS VARCHAR),
  'subscription/' || CAST(import_id AS VARCHAR) || '-' || CAST(line AS VARCHAR),
  subscription_id,
  plan,
  state,
  CAST(NULL AS VARCHAR),
  CAST(monthly_fee AS DOUBLE),
  currency,
  CAST(NULL AS DOUBLE),
  CAST(1 AS INTEGER)
FROM subscriptions
WHERE customer_id = $customer_id AND started_on IS NOT NULL
UNION ALL
SELECT
  CAST(phase.ended_on AS TIMESTAMP),
  CAST('subscription-end' AS VARCHAR),
  'subscription-end/' || CAST(phase.import_id AS VARCHAR) || '-' || CAST(phase.line AS VARCHAR),
  phase.subscription_id,
  phase.plan,
  CAST(NULL AS VARCHAR),
  CAST(NULL AS VARCHAR),
  CAST(NULL AS DOUBLE),
  CAST(NULL AS VARCHAR),
  CAST(NULL AS DOUBLE),
  CAST(1 AS INTEGER)
FROM (SELECT * FROM subscriptions WHERE customer_id = $customer_id) AS phase
LEFT JOIN (
  SELECT subscription_id, max(coalesce(ended_on, DATE '9999-12-31')) AS last_end
  FROM subscriptions
  WHERE customer_id = $customer_id GROUP BY subscription_id
) AS contract ON phase.subscription_id = contract.subscription_id
WHERE phase.ended_on IS NOT NULL
  AND phase.ended_on = coalesce(contract.last_end, phase.ended_on)
UNION ALL
SELECT
  decided_at,
  CAST('consent' AS VARCHAR),
  'consent/' || CAST(import_id AS VARCHAR) || '-' || CAST(line AS VARCHAR),
  CAST(NULL AS VARCHAR),
  purpose,
  CASE WHEN granted THEN 'granted' WHEN NOT granted THEN 'refused' END,
  channel,
  CAST(NULL AS DOUBLE),
  CAST(NULL AS VARCHAR),
  CAST(NULL AS DOUBLE),
  CAST(1 AS INTEGER)
FROM consents
WHERE customer_id = $customer_id AND decided_at IS NOT NULL
UNION ALL
SELECT
  CAST(min(registered_on) AS TIMESTAMP),
  CAST('registration' AS VARCHAR),
  'registration/' || customer_id,
  customer_id,
  min(acquisition_channel),
  CAST(NULL AS VARCHAR),
  CAST(NULL AS VARCHAR),
  CAST(NULL AS DOUBLE),
  CAST(NULL AS VARCHAR),
  CAST(NULL AS DOUBLE),
  CAST(1 AS INTEGER)
FROM customers
WHERE customer_id = $customer_id AND registered_on IS NOT NULL
GROUP BY customer_id
UNION ALL
SELECT
  CAST(referred_on AS TIMESTAMP),
  CAST('referral' AS VARCHAR),
  'referral/' || CAST(import_id AS VARCHAR) || '-' || CAST(line AS VARCHAR),
  referred_id,
  CAST(NULL AS VARCHAR),
  CAST(NULL AS VARCHAR),
  CAST(NULL AS VARCHAR),
  CAST(reward AS DOUBLE),
  CAST(NULL AS VARCHAR),
  CAST(NULL AS DOUBLE),
  CAST(1 AS INTEGER)
FROM (SELECT referrer_id AS customer_id, referrals.* FROM referrals) AS given
WHERE customer_id = $customer_id AND referred_on IS NOT NULL
