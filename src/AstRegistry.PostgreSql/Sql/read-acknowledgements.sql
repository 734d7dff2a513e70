-- $1 ns
SELECT participant, rev
FROM {schema}.ack
WHERE ns = $1
