-- Takes away what a longer checkpoint left.
-- $1 ns  $2 rev  $3 how many chunks there are now
DELETE FROM {schema}.checkpoint
WHERE ns = $1 AND rev = $2 AND chunk >= $3
