-- The cohorts of one member, oldest first.
-- reads:  cohort_month
-- writes: cohort_month, month_since, customers, active, retention, revenue, contribution,
--         cumulative_contribution, cac
SELECT cohort_month, month_since, customers, active, retention, revenue, contribution,
  cumulative_contribution, cac
FROM cohort_month
WHERE cohort_kind = $cohort_kind AND dimension = $dimension AND member = $member
ORDER BY cohort_month, month_since
