using System.Runtime.CompilerServices;

namespace AstRegistry.Entries;

/// <summary>
/// What ids of one text share. Found again through a table of fixed size in which newcomers take the place of others, so that ids from outside
/// can never fill the memory; an id that lost its place is equal to its successor all the same.
/// </summary>
internal sealed class InternedId : IEquatable<InternedId>
{
    private const int TableSize = 1 << 16;
    private const int Ways = 2;
    private static readonly InternedId?[] Table = new InternedId?[TableSize];

    /// <summary>
    /// Where a table of entries found this id the last time. A guess that its reader checks, so it may be wrong, stale, or another table's.
    /// </summary>
    internal int SlotHint = -1;

    private string? _text;

    private InternedId(string @namespace, string name, int hash)
    {
        Namespace = @namespace;
        Name = name;
        Hash = hash;
    }

    public string Namespace { get; }

    public string Name { get; }

    public int Hash { get; }

    public string Text => _text ??= string.Concat(Namespace, ":", Name);

    /// <summary>The shared object of a sound namespace and name.</summary>
    public static InternedId Get(ReadOnlySpan<char> @namespace, ReadOnlySpan<char> name) =>
        Find(@namespace, name, out var hash, out var place) ?? Keep(new(@namespace.ToString(), name.ToString(), hash), place);

    /// <summary>The shared object of a sound namespace and name; a new one holds the strings as they are.</summary>
    public static InternedId Get(string @namespace, string name) =>
        Find(@namespace, name, out var hash, out var place) ?? Keep(new(@namespace, name, hash), place);

    public bool Equals(InternedId? other) => ReferenceEquals(this, other) || (other is not null && other.Is(Hash, Namespace, Name));

    public override bool Equals(object? obj) => Equals(obj as InternedId);

    public override int GetHashCode() => Hash;

    private static InternedId? Find(ReadOnlySpan<char> @namespace, ReadOnlySpan<char> name, out int hash, out int place)
    {
        hash = HashCode.Combine(string.GetHashCode(@namespace), string.GetHashCode(name));
        place = hash & (TableSize - Ways);
        for (var way = 0; way < Ways; way++)
        {
            if (Volatile.Read(ref Table[place + way]) is { } known && known.Is(hash, @namespace, name)) return known;
        }

        return null;
    }

    private static InternedId Keep(InternedId interned, int place)
    {
        Table[place + 1] = Table[place];
        Volatile.Write(ref Table[place], interned);
        return interned;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Is(int hash, ReadOnlySpan<char> @namespace, ReadOnlySpan<char> name) =>
        Hash == hash && name.SequenceEqual(Name) && @namespace.SequenceEqual(Namespace);
}
