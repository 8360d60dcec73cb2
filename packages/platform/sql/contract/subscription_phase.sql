-- The phases of contracts with the days they held, where a later import told of another state.
-- reads:  subscriptions, subscriptions_superseded, imports
-- writes: the columns of subscriptions
-- A phase that came again with another plan, fee, state, currency or customer held as it was until
-- the day of that import, and the new state holds from then on: what was paid does not change. So
-- with a contract that had ended by then and goes on. An end is told with its own day and holds for
-- all of its phase. A state that never ran, for it was told after the end or replaced on the day it
-- came, is left out. Rows of imports taken back, and those that their own file corrects, never held.
WITH stated AS (
  SELECT
    import_id, line, subscription_id, customer_id, plan, started_on, ended_on, monthly_fee, currency, state,
    0 AS is_replaced
  FROM subscriptions
  UNION ALL
  SELECT
    import_id, line, subscription_id, customer_id, plan, started_on, ended_on, monthly_fee, currency, state,
    1 AS is_replaced
  FROM subscriptions_superseded
  WHERE superseded_by <> import_id
    AND import_id IN (SELECT import_id FROM imports WHERE undone_at IS NULL)
),
told AS (
  SELECT
    stated.*,
    imports.source AS source,
    coalesce(CAST(imports.imported_at AS DATE), stated.started_on) AS told_on
  FROM stated LEFT JOIN imports ON stated.import_id = imports.import_id
),
version AS (
  SELECT
    told.*,
    lag(is_replaced, 1, 0) OVER w AS is_successor,
    CASE WHEN lag(plan) OVER w IS DISTINCT FROM plan
        OR lag(monthly_fee) OVER w IS DISTINCT FROM monthly_fee
        OR lag(state) OVER w IS DISTINCT FROM state
        OR lag(currency) OVER w IS DISTINCT FROM currency
        OR lag(customer_id) OVER w IS DISTINCT FROM customer_id
        OR (lag(ended_on) OVER w <= told_on
          AND coalesce(ended_on, DATE '9999-12-31') > lag(ended_on) OVER w)
      THEN 1 ELSE 0 END AS is_changed
  FROM told
  WINDOW w AS (PARTITION BY source, subscription_id, started_on ORDER BY import_id, line)
),
numbered AS (
  SELECT
    version.*,
    sum(CASE WHEN is_successor = 1 AND is_changed = 0 THEN 0 ELSE 1 END) OVER (
      PARTITION BY source, subscription_id, started_on ORDER BY import_id, line
      ROWS UNBOUNDED PRECEDING
    ) AS state_no,
    row_number() OVER (
      PARTITION BY source, subscription_id, started_on ORDER BY import_id DESC, line DESC
    ) AS from_last
  FROM version
),
-- Of versions that differ in their end alone, the last one speaks.
held AS (
  SELECT
    numbered.*,
    CASE WHEN min(is_successor) OVER of_state = 1
      THEN greatest(started_on, min(told_on) OVER of_state) ELSE started_on END AS held_from,
    row_number() OVER (
      PARTITION BY source, subscription_id, started_on, state_no ORDER BY import_id DESC, line DESC
    ) AS from_last_of_state
  FROM numbered
  WINDOW of_state AS (PARTITION BY source, subscription_id, started_on, state_no)
),
followed AS (
  SELECT
    held.*,
    lead(held_from) OVER w AS next_from,
    lead(is_successor) OVER w AS next_is_successor,
    max(CASE WHEN from_last = 1 THEN ended_on END) OVER (
      PARTITION BY source, subscription_id, started_on
    ) AS last_end
  FROM held
  WHERE from_last_of_state = 1
  WINDOW w AS (PARTITION BY source, subscription_id, started_on ORDER BY state_no)
),
bounded AS (
  SELECT
    followed.*,
    CASE WHEN next_is_successor = 1
      THEN least(least(coalesce(ended_on, next_from), next_from), coalesce(last_end, next_from))
      ELSE ended_on END AS held_until
  FROM followed
)
SELECT
  import_id,
  line,
  subscription_id,
  customer_id,
  plan,
  held_from AS started_on,
  held_until AS ended_on,
  monthly_fee,
  currency,
  state
FROM bounded
WHERE held_until IS NULL OR held_until > held_from
  OR (held_from = started_on AND coalesce(next_from, DATE '9999-12-31') > held_from)
