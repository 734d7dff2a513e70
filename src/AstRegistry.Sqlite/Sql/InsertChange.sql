INSERT INTO changeset (registry, revision, chunk, data) VALUES (?, ?, ?, ?)
