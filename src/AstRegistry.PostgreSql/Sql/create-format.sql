CREATE TABLE IF NOT EXISTS {schema}.format (
    product text NOT NULL,
    version integer NOT NULL
)
