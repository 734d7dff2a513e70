-- $1 ns  $2 through
DELETE FROM {schema}.version
WHERE ns = $1 AND rev <= $2
