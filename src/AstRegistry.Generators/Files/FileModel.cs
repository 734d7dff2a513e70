using AstRegistry.Generators.Buckets;
using AstRegistry.Generators.Names;
using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry.Generators.Files;

/// <summary>
/// One source file, walked and packed. Two are equal when their digests are: comparing the bytes of thousands of files at each
/// keystroke would cost more than the walk.
/// </summary>
/// <param name="Path">The path below the project's folder, or the file name; what files are ordered by, never emitted.</param>
/// <param name="Data">The packed segments.</param>
/// <param name="Names">What the file adds to the inventory.</param>
/// <param name="Digest">The digest of everything above.</param>
internal sealed record FileModel(string Path, PackedFile Data, FileNames Names, ulong Digest)
{
    private static readonly PackedFile NoData = new([], [], []);

    /// <summary>A file that the registry has nothing of.</summary>
    public static readonly FileModel Nothing = new("", NoData, FileNames.Nothing, 0);

    /// <summary>A file that could not be walked; only its name is kept.</summary>
    public static FileModel LeftOut(string fileName)
    {
        var digest = ContentHash.Add(StableHash.Seed, fileName);
        return new(fileName, NoData, FileNames.Nothing with { LeftOut = fileName, TypesDigest = digest, Digest = digest }, digest);
    }

    /// <summary>The bucket the file falls into, or -1 for one that holds nothing.</summary>
    public int Bucket { get; } = Data.Types.Length == 0 ? -1 : Names.Bucket;

    /// <summary>How much data the file adds, so that summing up thousands of them looks at nothing but these.</summary>
    public DataSizes Sizes { get; } = DataSizes.Of(Data, Names);

    /// <inheritdoc/>
    public bool Equals(FileModel? other) => ReferenceEquals(this, other) || (other is not null && Digest == other.Digest);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Digest;
}
