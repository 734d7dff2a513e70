SELECT coalesce(max(attempt), 0) + 1 FROM checkpoint_chunk WHERE registry = ? AND revision = ?
