-- The cohorts of one member, oldest first. Days are text, as files want them.
-- reads:  cohort_month
-- writes: cohort_month, month_since, customers, active, retention, revenue, contribution,
--         cumulative_contribution, cac
SELECT CAST(cohort_month AS VARCHAR) AS cohort_month, month_since, customers, active, retention, revenue, contribution,
  cumulative_contribution, cac
FROM cohort_month
WHERE cohort_kind = $cohort_kind AND dimension = $dimension AND member = $member
ORDER BY cohort_month.cohort_month, month_since
