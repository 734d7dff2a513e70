DELETE FROM checkpoint_chunk WHERE registry = ? AND NOT EXISTS (
    SELECT 1 FROM checkpoint
    WHERE checkpoint.registry = checkpoint_chunk.registry AND checkpoint.revision = checkpoint_chunk.revision AND checkpoint.attempt = checkpoint_chunk.attempt)
