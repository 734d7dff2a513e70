SELECT revision, checksum FROM ack WHERE registry = ? AND participant = ?
