-- $1 ns  $2 through  $3 revisions to keep
DELETE FROM {schema}.checkpoint
WHERE ns = $1 AND rev < $2 AND NOT rev = ANY ($3)
