using System.Collections.Immutable;
using AstRegistry.Generators.Files;
using AstRegistry.Packing;

namespace AstRegistry.Generators.Buckets;

/// <summary>All files by bucket. Made anew at each edit, so it costs two passes over references and nothing else.</summary>
/// <param name="Buckets">Every bucket in order, the empty ones too: a bucket's position never changes, so its neighbours stay cached.</param>
/// <param name="NonEmpty">The buckets that hold a file.</param>
/// <param name="Sizes">How much data all files are.</param>
internal sealed record FileLayout(EquatableArray<Bucket> Buckets, BucketSet NonEmpty, DataSizes Sizes)
{
    // What a type costs in the inventory besides the characters of its key, and an id in the index: upper bounds.
    private const int BytesPerType = 4;
    private const int BytesPerId = 3;

    /// <summary>Spreads the files over the buckets.</summary>
    public static FileLayout Of(ImmutableArray<FileModel> files, CancellationToken cancellation)
    {
        var counts = new int[PackedFormat.Buckets];
        var nonEmpty = default(BucketSet);
        long types = 0, members = 0, nodes = 0;
        foreach (var file in files)
        {
            if (file.IsEmpty) continue;
            counts[file.Names.Bucket]++;
            nonEmpty = nonEmpty.With(file.Names.Bucket);
            types += file.Data.Types.Length + file.Names.KeyLength + (file.Names.Types.Count * (BytesPerType + BytesPerId));
            members += file.Data.Members.Length + (file.Names.Members.Count * BytesPerId);
            nodes += file.Data.Nodes.Length;
        }

        return new(new(Spread(files, counts)), nonEmpty, new(types, members, nodes));
    }

    private static Bucket[] Spread(ImmutableArray<FileModel> files, int[] counts)
    {
        var contents = new FileModel[counts.Length][];
        for (var i = 0; i < contents.Length; i++) contents[i] = counts[i] == 0 ? [] : new FileModel[counts[i]];
        foreach (var file in files)
        {
            if (!file.IsEmpty) contents[file.Names.Bucket][--counts[file.Names.Bucket]] = file;
        }

        var buckets = new Bucket[contents.Length];
        for (var i = 0; i < buckets.Length; i++) buckets[i] = new(i, new(contents[i]));
        return buckets;
    }
}
