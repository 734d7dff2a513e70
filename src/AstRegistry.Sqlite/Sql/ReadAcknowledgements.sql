SELECT participant, revision, checksum FROM ack WHERE registry = ? ORDER BY participant
