namespace AstRegistry.Generators.Names;

/// <summary>
/// What a file adds to the inventory: all that survives the edit of a body, and nothing else. Compared by digest.
/// </summary>
/// <param name="Bucket">The bucket that holds the file's data.</param>
/// <param name="Types">The types declared in the file, in document order.</param>
/// <param name="Members">The ids of the members declared in the file, nested functions apart.</param>
/// <param name="LeftOut">The name of the file when it could not be read; empty otherwise.</param>
/// <param name="Digest">The digest of everything above.</param>
internal sealed record FileNames(int Bucket, EquatableArray<TypeName> Types, EquatableArray<ulong> Members, string LeftOut, ulong Digest)
{
    /// <summary>A file that declares nothing.</summary>
    public static readonly FileNames Nothing = new(0, default, default, "", 0);

    /// <summary>The length of all type keys together.</summary>
    public int KeyLength { get; } = Types.Sum(static type => type.Key.Length);

    /// <inheritdoc/>
    public bool Equals(FileNames? other) => ReferenceEquals(this, other) || (other is not null && Digest == other.Digest);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Digest;
}

/// <summary>A type as the inventory knows it.</summary>
/// <param name="Key">The canonical key.</param>
/// <param name="Id">The id made from it.</param>
internal readonly record struct TypeName(string Key, ulong Id);
