-- $1 channel  $2 registries
SELECT pg_notify($1, registry)
FROM unnest($2) AS registry
