using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>
/// The buckets of a registry, each decoded when first asked for. A bucket is immutable and published by one compare-and-swap: readers
/// never wait, and of readers that miss at once all get the one that was published.
/// </summary>
internal sealed class BucketStore(CodeRegistry registry, RegistryData data)
{
    private readonly LoadedBucket?[] _buckets = new LoadedBucket?[RegistryData.BucketCount];

    public CodeRegistry Registry => registry;

    /// <summary>The full name of the assembly that carries the data.</summary>
    public string Origin => data.GetType().Assembly.FullName ?? "?";

    /// <summary>The packed keys of all modules.</summary>
    public string Inventory => data.Inventory;

    public LoadedBucket this[int bucket] => Volatile.Read(ref _buckets[bucket]) ?? Load(bucket);

    /// <summary>The type rows with the id: one for each part of the type.</summary>
    public IdMatches TypesWith(ulong id) => new(this, IdIndex.Candidates(data.Index, id), id, types: true);

    /// <summary>The rows of members that are not nested and have the id: one, unless the source declares a member twice.</summary>
    public IdMatches MembersWith(ulong id) => new(this, IdIndex.Candidates(data.Index, id), id, types: false);

    /// <summary>The keys of all modules in ordinal order, which lie apart from the buckets: no bucket is decoded for them.</summary>
    public IEnumerable<string> ModuleKeys()
    {
        try
        {
            return InventoryReader.Read(data.Inventory).Select(static entry => entry.Key);
        }
        catch (PackedDataException reason)
        {
            throw registry.Unreadable("inventory", reason);
        }
    }

    /// <inheritdoc cref="RegistryData.GetRuntimeType"/>
    public Type? GetRuntimeType(int bucket, int row) => data.GetRuntimeType(bucket, row);

    /// <summary>How many modules there are; no key is decoded for it.</summary>
    public int CountModules()
    {
        try
        {
            return InventoryReader.Count(data.Inventory);
        }
        catch (PackedDataException reason)
        {
            throw registry.Unreadable("inventory", reason);
        }
    }

    private LoadedBucket Load(int bucket)
    {
        LoadedBucket loaded;
        try
        {
            var text = data.GetBucket(bucket);
            loaded = new LoadedBucket(this, bucket, text is null ? null : BucketReader.Open(text));
        }
        catch (PackedDataException reason)
        {
            throw registry.Unreadable(FormattableString.Invariant($"bucket {bucket}"), reason);
        }

        return Interlocked.CompareExchange(ref _buckets[bucket], loaded, null) ?? loaded;
    }
}
