namespace AstRegistry.Runtime.Tests.Snapshots;

/// <summary>A key whose hash is chosen, and that counts how often keys are compared.</summary>
internal sealed class HashedKey(int name, int hash) : IEquatable<HashedKey>
{
    [ThreadStatic]
    private static int _comparisons;

    public static int Comparisons
    {
        get => _comparisons;
        set => _comparisons = value;
    }

    public int Name => name;

    public bool Equals(HashedKey? other)
    {
        _comparisons++;
        return other is not null && name == other.Name;
    }

    public override bool Equals(object? obj) => Equals(obj as HashedKey);

    public override int GetHashCode() => hash;

    public override string ToString() => $"{name}#{hash:X}";
}
