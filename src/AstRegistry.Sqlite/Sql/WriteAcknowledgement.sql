INSERT INTO ack (registry, participant, revision, checksum) VALUES (?, ?, ?, ?)
ON CONFLICT (registry, participant) DO UPDATE SET revision = excluded.revision, checksum = excluded.checksum
