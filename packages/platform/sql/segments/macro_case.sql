-- The macro segment of a row, by the rules of sql/segments/segment_macro.sql: an expression over
-- the columns below, where then stands for the day that is looked at.
-- reads:  silence_then, tenure_then, days_since_end_then, purchases_then, own_tier, active_days
CASE
  WHEN silence_then IS NULL AND days_since_end_then IS NOT NULL THEN 'cancelled'
  WHEN silence_then IS NULL THEN 'prospect'
  WHEN tenure_then <= $new_days AND purchases_then <= 1 THEN 'new'
  WHEN silence_then <= active_days THEN 'active_' || own_tier
  WHEN days_since_end_then IS NOT NULL THEN 'cancelled'
  WHEN silence_then <= 2 * active_days
    THEN CASE WHEN own_tier = 'low' THEN 'cooling_low' ELSE 'cooling_valuable' END
  ELSE CASE WHEN own_tier = 'low' THEN 'inactive_low' ELSE 'inactive_valuable' END
END
