namespace AstRegistry.Generators.Buckets;

/// <summary>Which of the 128 buckets hold a file.</summary>
internal readonly record struct BucketSet(ulong Low, ulong High)
{
    private const int Half = 64;

    /// <summary>Whether the bucket holds a file.</summary>
    public bool Contains(int bucket) => (((bucket < Half ? Low : High) >> (bucket % Half)) & 1) != 0;

    /// <summary>This set and one bucket more.</summary>
    public BucketSet With(int bucket) => bucket < Half
        ? this with { Low = Low | (1UL << bucket) }
        : this with { High = High | (1UL << (bucket - Half)) };
}
