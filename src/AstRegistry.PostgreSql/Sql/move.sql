-- Makes another revision current if the head is the expected one; then one row comes back.
-- $1 ns  $2 expected rev  $3 expected epoch  $4 expected hash  $5 current  $6 change
WITH moved AS (
    UPDATE {schema}.head
    SET current = $5, epoch = epoch + 1, change = $6
    WHERE ns = $1 AND rev = $2 AND epoch = $3 AND hash = $4
    RETURNING rev, current, epoch, compacted_rev, hash
), founded AS (
    INSERT INTO {schema}.head (ns, rev, current, epoch, compacted_rev, hash, change)
    SELECT $1, $2, $5, 1, 0, $4, $6
    WHERE $2 = 0 AND $3 = 0
    ON CONFLICT (ns) DO NOTHING
    RETURNING rev, current, epoch, compacted_rev, hash
), won AS (
    SELECT rev, current, epoch, compacted_rev, hash FROM moved
    UNION ALL
    SELECT rev, current, epoch, compacted_rev, hash FROM founded
)
-- What is acknowledged is durable, also where the database is set up not to wait for its disk.
SELECT rev, current, epoch, compacted_rev, hash, CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', true) END
FROM won
