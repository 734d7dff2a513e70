SELECT data FROM changeset WHERE registry = ? AND revision = ? ORDER BY chunk
