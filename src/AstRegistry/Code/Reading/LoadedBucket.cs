using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>The decoded declarations of a bucket's files: types at once, members when the first of them is asked for.</summary>
internal sealed class LoadedBucket
{
    private readonly RowIndex _types;
    private RowIndex? _members;

    /// <summary>Decodes the types of a bucket; of an absent one there are none.</summary>
    public LoadedBucket(BucketStore store, int bucket, BucketReader? reader)
    {
        Files = reader is null ? [] : new LoadedFile[reader.FileCount];
        var firstType = 0;
        for (var i = 0; i < Files.Length; i++)
        {
            Files[i] = new LoadedFile(store, reader!, bucket, i, firstType);
            firstType += Files[i].Types.Count;
        }

        _types = RowIndex.OfTypes(Files);
    }

    public LoadedFile[] Files { get; }

    /// <summary>Finds the next row with the id. A probe starts at 0.</summary>
    public bool Next(ulong id, bool types, ref int probe, out RowReference match) =>
        (types ? _types : Volatile.Read(ref _members) ?? LoadMembers()).Next(id, ref probe, out match);

    private RowIndex LoadMembers()
    {
        var loaded = RowIndex.OfMembers(Files);
        return Interlocked.CompareExchange(ref _members, loaded, null) ?? loaded;
    }
}
