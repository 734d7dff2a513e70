namespace AstRegistry.Generators.Files;

/// <summary>The order of files in a bucket: by path, and by content where two files elsewhere are called alike. Never that of the compilation.</summary>
internal sealed class FileOrder : IComparer<FileModel>
{
    public static readonly FileOrder Instance = new();

    public int Compare(FileModel x, FileModel y)
    {
        var byPath = string.CompareOrdinal(x.Path, y.Path);
        return byPath != 0 ? byPath : x.Digest.CompareTo(y.Digest);
    }
}
