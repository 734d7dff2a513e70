INSERT INTO checkpoint_chunk (registry, revision, attempt, chunk, data) VALUES (?, ?, ?, ?, ?)
