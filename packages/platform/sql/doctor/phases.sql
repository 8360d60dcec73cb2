-- States of contracts that a later import replaced and that keep the days they held.
-- reads:  subscription_phase, subscriptions_superseded
SELECT CAST(count(*) AS DOUBLE) AS dated_phases
FROM subscription_phase
JOIN subscriptions_superseded AS replaced
  ON subscription_phase.import_id = replaced.import_id AND subscription_phase.line = replaced.line
