namespace AstRegistry.Packing;

/// <summary>
/// Finds the buckets that may hold a type or member in a text that is used as it stands, without decoding: an open-addressing table of one
/// character a slot, 7 bits of bucket and 8 bits of fingerprint.
/// </summary>
/// <remarks>
/// A look-up passes over the ids that happen to stand in its way, each of which looks like a candidate with a chance of 1 in 255. At the
/// load of 0.87 that is written, a look-up of an id that is not there passes about 30 of them, so one in nine gives a bucket in vain; of an
/// id that is there about 4, one in sixty gives a bucket too many. The reader of the bucket has the last word.
/// </remarks>
internal static class IdIndex
{
    /// <summary>The value of a slot that holds nothing; no fingerprint is 0.</summary>
    public const uint Empty = 0;

    private const int BucketBits = 7;
    private const uint BucketMask = (1u << BucketBits) - 1;

    /// <summary>The buckets that may hold an id, in no particular order, hardly ever one too many and never one too few.</summary>
    public static CandidateEnumerator Candidates(string index, ulong id) => new(index, id);

    /// <summary>Where the search for an id begins in a table of this many slots.</summary>
    public static int HomeOf(ulong id, int slots) => (int)(((id >> 32) * (ulong)slots) >> 32);

    /// <summary>What a slot holds for an id in a bucket.</summary>
    public static uint SlotOf(ulong id, int bucket) => ((uint)(id % 255) + 1) << BucketBits | (uint)bucket;

    /// <summary>Walks the candidates without allocating; made for <c>foreach</c>.</summary>
    internal struct CandidateEnumerator
    {
        private readonly string _index;
        private readonly uint _fingerprint;
        private int _slot;
        private int _left;

        internal CandidateEnumerator(string index, ulong id)
        {
            _index = index;
            _fingerprint = SlotOf(id, 0);
            _slot = HomeOf(id, index.Length);
            _left = index.Length;
            Current = -1;
        }

        /// <summary>The candidate bucket.</summary>
        public int Current { get; private set; }

        public readonly CandidateEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_left > 0)
            {
                var value = PayloadText.ValueOf(_index[_slot]);
                if (value == Empty) _left = 1;
                _left--;
                if (++_slot == _index.Length) _slot = 0;
                if ((value & ~BucketMask) != _fingerprint) continue;
                Current = (int)(value & BucketMask);
                return true;
            }

            return false;
        }
    }
}
