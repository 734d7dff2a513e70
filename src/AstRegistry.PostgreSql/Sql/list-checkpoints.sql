-- $1 ns
SELECT rev
FROM {schema}.checkpoint
WHERE ns = $1 AND chunk = 0
ORDER BY rev
