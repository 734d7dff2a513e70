SELECT product, version
FROM {schema}.format
