-- Groups of customers and what they are worth.
-- reads:  group_comparison
-- writes: its columns
SELECT comparison, basis, member, n, mean, low, high, difference, difference_low, difference_high,
  verdict
FROM group_comparison
ORDER BY comparison, basis, member
