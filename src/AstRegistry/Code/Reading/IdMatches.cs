using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>Walks the rows that have an id: the candidate buckets of the index, and in each the rows that really match.</summary>
internal struct IdMatches(BucketStore buckets, IdIndex.CandidateEnumerator candidates, ulong id, bool types)
{
    private IdIndex.CandidateEnumerator _candidates = candidates;
    private LoadedBucket? _bucket;
    private int _probe;

    /// <summary>Moves to the next match; false at the end.</summary>
    public bool Next(out RowReference match)
    {
        while (true)
        {
            if (_bucket is not null && _bucket.Next(id, types, ref _probe, out match)) return true;
            if (!_candidates.MoveNext())
            {
                match = default;
                return false;
            }

            _bucket = buckets[_candidates.Current];
            _probe = 0;
        }
    }
}

/// <summary>A row of a decoded file.</summary>
internal readonly record struct RowReference(LoadedFile File, int Row);
