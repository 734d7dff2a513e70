INSERT INTO checkpoint (registry, revision, attempt, size, checksum) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (registry, revision) DO UPDATE SET attempt = excluded.attempt, size = excluded.size, checksum = excluded.checksum
