INSERT INTO head (registry, revision, current, epoch, compacted, hash, checksum) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (registry) DO UPDATE SET
    revision = excluded.revision, current = excluded.current, epoch = excluded.epoch,
    compacted = excluded.compacted, hash = excluded.hash, checksum = excluded.checksum
