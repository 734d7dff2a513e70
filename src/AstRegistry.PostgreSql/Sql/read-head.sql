-- $1 ns
SELECT rev, current, epoch, compacted_rev, hash, change
FROM {schema}.head
WHERE ns = $1
