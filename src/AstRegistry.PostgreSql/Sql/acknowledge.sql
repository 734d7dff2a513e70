-- Never goes back.
-- $1 ns  $2 participant  $3 rev
INSERT INTO {schema}.ack AS a (ns, participant, rev)
VALUES ($1, $2, $3)
ON CONFLICT (ns, participant) DO UPDATE SET rev = excluded.rev WHERE a.rev < excluded.rev
