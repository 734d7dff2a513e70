SELECT revision FROM version WHERE registry = ? AND commit_id = ?
