-- Versions with their chunks in order: at least one, and no more once the change sets before it have the given size.
-- $1 ns  $2 after  $3 through  $4 bytes
SELECT v.rev, v.parent, v.at, v.actor, v.commit_id, v.ops, v.codec, v.size, v.hash, c.data
FROM (
    SELECT rev, parent, at, actor, commit_id, ops, codec, size, hash, sum(size) OVER (ORDER BY rev) - size AS before
    FROM {schema}.version
    WHERE ns = $1 AND rev > $2 AND rev <= $3
) AS v
LEFT JOIN {schema}.changeset AS c ON c.ns = $1 AND c.rev = v.rev AND c.rev > $2 AND c.rev <= $3
WHERE v.before < $4
ORDER BY v.rev, c.chunk
