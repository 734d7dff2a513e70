-- Appends versions if the head is the expected one. One row comes back if it was; none if it was not, and then nothing is written.
-- A registry without a head gets one if that is what the caller expects.
-- $1 ns  $2 expected rev  $3 expected epoch  $4 expected hash  $5 new rev  $6 new hash  $7 change
-- $8–$15 a column of the versions each  $16–$18 a column of the chunks each
WITH moved AS (
    UPDATE {schema}.head
    SET rev = $5, current = $5, epoch = epoch + 1, hash = $6, change = $7
    WHERE ns = $1 AND rev = $2 AND epoch = $3 AND hash = $4
    RETURNING ns, compacted_rev
), founded AS (
    INSERT INTO {schema}.head (ns, rev, current, epoch, compacted_rev, hash, change)
    SELECT $1, $5, $5, 1, 0, $6, $7
    WHERE $2 = 0 AND $3 = 0
    ON CONFLICT (ns) DO NOTHING
    RETURNING ns, compacted_rev
), won AS (
    SELECT ns, compacted_rev FROM moved
    UNION ALL
    SELECT ns, compacted_rev FROM founded
), versions AS (
    INSERT INTO {schema}.version (ns, rev, parent, at, actor, commit_id, ops, codec, size, hash)
    SELECT won.ns, v.rev, v.parent, v.at, v.actor, v.commit_id, v.ops, 1, v.size, v.hash
    FROM won, unnest($8, $9, $10, $11, $12, $13, $14, $15) AS v (rev, parent, at, actor, commit_id, ops, size, hash)
), chunks AS (
    INSERT INTO {schema}.changeset (ns, rev, chunk, data)
    SELECT won.ns, c.rev, c.chunk, c.data
    FROM won, unnest($16, $17, $18) AS c (rev, chunk, data)
)
-- What is acknowledged is durable, also where the database is set up not to wait for its disk.
SELECT compacted_rev, CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', true) END
FROM won
