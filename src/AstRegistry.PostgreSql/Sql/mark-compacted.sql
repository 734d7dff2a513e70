-- Says that versions are gone, before they are. Nothing where it is said already.
-- $1 ns  $2 through  $3 change
UPDATE {schema}.head
SET compacted_rev = $2, epoch = epoch + 1, change = $3
WHERE ns = $1 AND compacted_rev < $2 AND current > $2
