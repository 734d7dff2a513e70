DELETE FROM changeset WHERE registry = ? AND revision <= ?
