DELETE FROM checkpoint WHERE registry = ? AND revision = ?
