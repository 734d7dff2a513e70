SELECT revision, parent, at, zone, actor, commit_id, operations, size, hash, checksum FROM version
WHERE registry = ? AND revision > ? AND revision <= ? ORDER BY revision
