-- Whoever changes the tables holds this lock until it is done; the next one then finds nothing left to do.
LOCK TABLE {schema}.format IN ACCESS EXCLUSIVE MODE
