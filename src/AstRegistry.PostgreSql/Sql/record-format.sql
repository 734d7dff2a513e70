-- $1 product  $2 version
WITH known AS (
    UPDATE {schema}.format SET version = $2 WHERE product = $1 RETURNING product
)
INSERT INTO {schema}.format (product, version)
SELECT $1, $2
WHERE NOT EXISTS (SELECT FROM known)
