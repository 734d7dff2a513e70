DELETE FROM version WHERE registry = ? AND revision <= ?
