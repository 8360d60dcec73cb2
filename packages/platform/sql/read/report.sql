-- The latest report of a name.
-- reads: report
SELECT body, created_at
FROM report
WHERE name = $name
ORDER BY created_at DESC
LIMIT 1
