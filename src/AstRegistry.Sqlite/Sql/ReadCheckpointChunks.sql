SELECT data FROM checkpoint_chunk WHERE registry = ? AND revision = ? AND attempt = ? ORDER BY chunk
