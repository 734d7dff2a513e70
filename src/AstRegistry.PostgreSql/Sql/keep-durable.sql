-- What is acknowledged is durable, also where the database is set up not to wait for its disk.
SELECT set_config('synchronous_commit', 'on', true)
WHERE current_setting('synchronous_commit') = 'off'
