-- What caring for each customer cost in each of the last periods, a year of them at most.
-- reads:  costs, cost_kind, interactions, transition_customer, transition_plan
-- writes: place, ago (periods before the last one), amount; one row a customer and period with any
-- Costs of kind service that name their customer; where there are none, the costs of contacts. A
-- cost is spread evenly over the days of its period. What names nobody is nobody's.
WITH named AS (
  SELECT
    costs.customer_id AS customer_id,
    coalesce(costs.period_start, costs.period_end) AS first_day,
    greatest(coalesce(costs.period_end, costs.period_start),
      coalesce(costs.period_start, costs.period_end)) AS final_day,
    CAST(costs.amount AS DOUBLE) AS amount
  FROM costs
  JOIN cost_kind ON lower(trim(costs.kind)) = cost_kind.kind
  WHERE cost_kind.level = 'service' AND coalesce(costs.currency, $currency) = $currency
    AND costs.customer_id IS NOT NULL
    AND coalesce(costs.period_start, costs.period_end) IS NOT NULL
),
spending AS (
  SELECT customer_id, first_day, final_day, amount FROM named
  UNION ALL
  SELECT interactions.customer_id, CAST(interactions.happened_at AS DATE),
    CAST(interactions.happened_at AS DATE), CAST(interactions.cost AS DOUBLE)
  FROM interactions
  CROSS JOIN (SELECT count(*) AS costs FROM named) AS known
  WHERE known.costs = 0 AND interactions.cost IS NOT NULL
),
-- In days before the last one that counts.
dated AS (
  SELECT
    c.place AS place,
    spending.amount AS amount,
    CAST(date_diff('day', spending.first_day, p.last_day) AS DOUBLE) AS from_ago,
    CAST(date_diff('day', spending.final_day, p.last_day) AS DOUBLE) AS to_ago,
    p.period_days AS period_days,
    p.periods AS periods
  FROM spending
  JOIN transition_customer AS c ON spending.customer_id = c.customer_id
  CROSS JOIN transition_plan AS p
)
SELECT
  place,
  CAST(step.ago AS INTEGER) AS ago,
  CAST(sum(amount * (least(from_ago, (step.ago + 1) * period_days - 1) - greatest(to_ago, step.ago * period_days) + 1)
    / (from_ago - to_ago + 1)) AS DOUBLE) AS amount
FROM dated
JOIN (
  VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11)
) AS step (ago)
  ON step.ago < dated.periods AND (step.ago + 1) * dated.period_days <= 366
  AND step.ago * dated.period_days <= dated.from_ago
  AND (step.ago + 1) * dated.period_days > dated.to_ago
GROUP BY place, step.ago
