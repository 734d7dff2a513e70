-- $1 ns  $2 rev
SELECT chunk, data, hash
FROM {schema}.checkpoint
WHERE ns = $1 AND rev = $2
ORDER BY chunk
