using AstRegistry.Identity;

namespace AstRegistry.Generators.Names;

/// <summary>
/// What a file adds to the inventory and the index: all that survives the edit of a body, and nothing else. Compared by digest.
/// </summary>
/// <param name="Bucket">The bucket that holds the file's data.</param>
/// <param name="Types">The types declared in the file, in document order.</param>
/// <param name="Members">The hashed keys of the members declared in the file, nested functions apart.</param>
/// <param name="LeftOut">The name of the file when it could not be read; empty otherwise.</param>
/// <param name="TypesDigest">The digest of everything above but the members.</param>
/// <param name="Digest">The digest of everything above.</param>
internal sealed record FileNames(
    int Bucket,
    EquatableArray<TypeName> Types,
    EquatableArray<MemberHash> Members,
    string LeftOut,
    ulong TypesDigest,
    ulong Digest)
{
    /// <summary>A file that declares nothing.</summary>
    public static readonly FileNames Nothing = new(0, default, default, "", 0, 0);

    /// <inheritdoc/>
    public bool Equals(FileNames? other) => ReferenceEquals(this, other) || (other is not null && Digest == other.Digest);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Digest;
}

/// <summary>A type as the inventory knows it.</summary>
/// <param name="Key">The canonical key.</param>
/// <param name="Hash">The hash of the key.</param>
/// <param name="IsAccessible">Whether this declaration says that code elsewhere in the project can name the type.</param>
internal readonly record struct TypeName(string Key, MemberHash Hash, bool IsAccessible);
