using AstRegistry.Identity;

namespace AstRegistry.Locking;

/// <summary>What a record of a lock file names: a type or member, by kind and canonical key. Ordered by key, then by kind, both ordinally.</summary>
/// <param name="Kind">A word of <see cref="LockKinds"/>: <c>type</c>, <c>method</c>, <c>enum-member</c>, <c>method-definition</c>.</param>
/// <param name="Key">The canonical key.</param>
internal readonly record struct LockKey(string Kind, string Key) : IComparable<LockKey>
{
    /// <summary>
    /// The canonical key. A lone surrogate, which UTF-8 cannot hold, is U+FFFD, as it is in the hash that ids are made from.
    /// </summary>
    public string Key { get; } = WellFormed(Key);

    /// <summary>The <see cref="KindTag"/> that enters the hash; the word itself where it is none.</summary>
    public string Tag => LockKinds.TagOf(Kind) ?? Kind;

    /// <summary>The key of a declaration of which the <see cref="KindTag"/> is known.</summary>
    public static LockKey Of(string tag, string key) => new(LockKinds.Of(tag), key);

    /// <inheritdoc/>
    public int CompareTo(LockKey other)
    {
        var byKey = string.CompareOrdinal(Key, other.Key);
        return byKey != 0 ? byKey : string.CompareOrdinal(Kind, other.Kind);
    }

    /// <summary>Kind and key, for messages.</summary>
    public override string ToString() => $"{Kind} {Key}";

    private static string WellFormed(string key)
    {
        char[]? repaired = null;
        for (var i = 0; i < key.Length; i++)
        {
            if (!char.IsSurrogate(key[i])) continue;
            if (i + 1 < key.Length && char.IsSurrogatePair(key[i], key[i + 1])) i++;
            else (repaired ??= key.ToCharArray())[i] = '\uFFFD';
        }

        return repaired is null ? key : new string(repaired);
    }
}
