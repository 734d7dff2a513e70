using AstRegistry.Snapshots;

namespace AstRegistry.Finding;

/// <summary>What has been made of the values of one field in one table, and how often the rest was asked for.</summary>
internal sealed class FieldIndex(EntryTable<RegistryEntry> table, FinderField source)
{
    private const int PartCount = 4;

    // What an array of them can surely hold, each of three trigrams in a byte or two.
    private const long MaxCharacters = 500_000_000;

    private readonly int[] _uses = new int[PartCount];
    private readonly int[] _begun = new int[PartCount];
    private ValueTable? _values;
    private SortedValues? _sorted;
    private SortedValues? _reversed;
    private TrigramIndex? _trigrams;

    /// <summary>When the index was used last, by the clock of its base.</summary>
    public long LastUse;

    public FinderField Field => source;

    public ValueTable? Values => Volatile.Read(ref _values);

    public SortedValues? Sorted => Volatile.Read(ref _sorted);

    public SortedValues? Reversed => Volatile.Read(ref _reversed);

    public TrigramIndex? Trigrams => Volatile.Read(ref _trigrams);

    public long Bytes => (Values?.Bytes ?? 0) + (Sorted?.Bytes ?? 0) + (Reversed?.Bytes ?? 0) + (Trigrams?.Bytes ?? 0);

    public bool IsBuilt => Values is not null;

    /// <summary>The parts that have been made.</summary>
    public IEnumerable<IndexPart> Parts => Enum.GetValues<IndexPart>().Where(Has);

    public bool Has(IndexPart part) => part switch
    {
        IndexPart.Values => Values is not null,
        IndexPart.Sorted => Sorted is not null,
        IndexPart.Reversed => Reversed is not null,
        _ => Trigrams is not null,
    };

    /// <summary>Counts a use of a part that has not been made.</summary>
    public int Count(IndexPart part) => Interlocked.Increment(ref _uses[(int)part]);

    /// <summary>Whether the caller is the one who makes a part.</summary>
    public bool TryBegin(IndexPart part) => Interlocked.CompareExchange(ref _begun[(int)part], 1, 0) == 0;

    /// <summary>Makes a part. Two threads may make the values twice, which does no harm.</summary>
    /// <param name="part">The part.</param>
    /// <param name="maxBytes">How large the index may become; beyond, the part is not kept.</param>
    public void Build(IndexPart part, long maxBytes)
    {
        var values = Values ?? ValueTable.Build(table, source);
        if (values.Bytes > maxBytes || values.Characters > MaxCharacters) return;
        if (Values is null) Volatile.Write(ref _values, values);
        values = Values!;
        switch (part)
        {
            case IndexPart.Sorted: Keep(ref _sorted, new(values, areReversed: false), static made => made.Bytes, maxBytes); break;
            case IndexPart.Reversed: Keep(ref _reversed, new(values, areReversed: true), static made => made.Bytes, maxBytes); break;
            case IndexPart.Trigrams: Keep(ref _trigrams, TrigramIndex.Build(values), static made => made.Bytes, maxBytes); break;
            default: break;
        }
    }

    private void Keep<T>(ref T? place, T made, Func<T, long> bytesOf, long maxBytes)
        where T : class
    {
        if (Bytes + bytesOf(made) <= maxBytes) Volatile.Write(ref place, made);
    }
}
