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
    /// <summary>Spreads the files over the buckets.</summary>
    public static FileLayout Of(ImmutableArray<FileModel> files, CancellationToken cancellation)
    {
        var counts = new int[PackedFormat.Buckets];
        var sizes = default(DataSizes);
        foreach (var file in files)
        {
            if (file.Bucket < 0) continue;
            counts[file.Bucket]++;
            sizes += file.Sizes;
        }

        var nonEmpty = default(BucketSet);
        var contents = new FileModel[counts.Length][];
        for (var i = 0; i < contents.Length; i++)
        {
            contents[i] = counts[i] == 0 ? [] : new FileModel[counts[i]];
            if (counts[i] > 0) nonEmpty = nonEmpty.With(i);
        }

        foreach (var file in files)
        {
            if (file.Bucket >= 0) contents[file.Bucket][--counts[file.Bucket]] = file;
        }

        return new(new([.. contents.Select(static (content, index) => new Bucket(index, new(content)))]), nonEmpty, sizes);
    }
}
