namespace AstRegistry.Code;

/// <summary>Walks the rows that have an id: the candidate buckets of the index, and in each the rows that really match.</summary>
internal struct IdMatches(BucketStore store, ulong id, bool types)
{
    private LoadedBucket? _bucket;
    private int _cursor;
    private int _probe;

    /// <summary>Moves to the next match; false at the end.</summary>
    public bool Next(out RowReference match)
    {
        while (true)
        {
            if (_bucket is not null && _bucket.Next(id, types, ref _probe, out match)) return true;
            var bucket = store.Source.NextCandidate(id, ref _cursor);
            if (bucket < 0)
            {
                match = default;
                return false;
            }

            _bucket = store.Get(bucket);
            _probe = 0;
        }
    }
}

/// <summary>A row of a decoded file.</summary>
internal readonly record struct RowReference(LoadedFile File, int Row);
