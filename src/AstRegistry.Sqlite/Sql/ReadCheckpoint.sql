SELECT attempt, size, checksum FROM checkpoint WHERE registry = ? AND revision = ?
