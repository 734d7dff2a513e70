using System.Collections.Immutable;

namespace AstRegistry.Generators.Names;

/// <summary>Compares the names of all files one by one, so that the inventory rests while bodies are edited.</summary>
internal sealed class FileNamesComparer : IEqualityComparer<ImmutableArray<FileNames>>
{
    public static readonly FileNamesComparer Instance = new();

    public bool Equals(ImmutableArray<FileNames> x, ImmutableArray<FileNames> y) => x == y || x.AsSpan().SequenceEqual(y.AsSpan());

    public int GetHashCode(ImmutableArray<FileNames> names) => names.Length;
}
