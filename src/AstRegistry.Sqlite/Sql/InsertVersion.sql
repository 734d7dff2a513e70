INSERT INTO version (registry, revision, parent, at, zone, actor, commit_id, operations, size, hash, checksum)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
