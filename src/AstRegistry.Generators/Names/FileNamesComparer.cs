using System.Collections.Immutable;

namespace AstRegistry.Generators.Names;

/// <summary>Compares the names of all files one by one, so that what is made of them rests while bodies are edited.</summary>
internal sealed class FileNamesComparer : IEqualityComparer<ImmutableArray<FileNames>>
{
    /// <summary>Compares types alone: an edit of a signature leaves them as they are.</summary>
    public static readonly FileNamesComparer Types = new(static names => names.TypesDigest);

    /// <summary>Compares types and members.</summary>
    public static readonly FileNamesComparer All = new(static names => names.Digest);

    private readonly Func<FileNames, ulong> _digest;

    private FileNamesComparer(Func<FileNames, ulong> digest) => _digest = digest;

    public bool Equals(ImmutableArray<FileNames> x, ImmutableArray<FileNames> y)
    {
        if (x.Length != y.Length) return false;
        for (var i = 0; i < x.Length; i++)
        {
            if (!ReferenceEquals(x[i], y[i]) && _digest(x[i]) != _digest(y[i])) return false;
        }

        return true;
    }

    public int GetHashCode(ImmutableArray<FileNames> names) => names.Length;
}
