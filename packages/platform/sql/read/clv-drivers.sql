-- What the levers of customer value are, and what 1 % more of each brings.
-- reads:  clv_driver
-- writes: member, driver, value, effect, effect_total, clv, active, as_of
SELECT member, driver, value, effect, effect_total, clv, active, as_of
FROM clv_driver
WHERE dimension = $dimension
ORDER BY member, effect_total DESC, driver
