DELETE FROM checkpoint_chunk WHERE registry = ? AND revision = ? AND attempt <> ?
