-- Keeps chunks of a checkpoint, in the place of those that were there.
-- $1 ns  $2 rev  $3 chunk numbers  $4 chunks  $5 hash over all chunks
INSERT INTO {schema}.checkpoint (ns, rev, chunk, data, hash)
SELECT $1, $2, c.chunk, c.data, $5
FROM unnest($3, $4) AS c (chunk, data)
ON CONFLICT (ns, rev, chunk) DO UPDATE SET data = excluded.data, hash = excluded.hash
