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

    private string? _name;

    /// <summary>Makes an object that is not shared; the hash is that of the text, but for tests of what happens when hashes meet.</summary>
    internal InternedId(string @namespace, string text, int hash)
    {
        Namespace = @namespace;
        Text = text;
        Hash = hash;
    }

    /// <summary>The namespace, in a string that ids of one namespace share.</summary>
    public string Namespace { get; }

    public string Name => _name ??= Text[(Namespace.Length + 1)..];

    public ReadOnlySpan<char> NameSpan => Text.AsSpan(Namespace.Length + 1);

    public string Text { get; }

    /// <summary>The hash of the text, which nobody outside the process can foretell.</summary>
    public int Hash { get; }

    /// <summary>The shared object of a text, if it has one; then the text is sound.</summary>
    public static InternedId? Find(ReadOnlySpan<char> text)
    {
        var place = PlaceOf(text);
        for (var way = 0; way < Ways; way++)
        {
            // Reading a reference and then what it leads to is safe without a lock: objects are complete before they are published.
            if (Table[place + way] is { } known && text.SequenceEqual(known.Text)) return known;
        }

        return null;
    }

    /// <summary>The shared object of a sound namespace and name.</summary>
    public static InternedId Get(string @namespace, string name) => Get(new IdText(@namespace, name).Text, @namespace.Length);

    /// <summary>The shared object of a text that is known to be sound.</summary>
    /// <param name="text">The text.</param>
    /// <param name="namespaceLength">Where its first colon is.</param>
    public static InternedId Get(ReadOnlySpan<char> text, int namespaceLength)
    {
        if (Find(text) is { } known) return known;
        var copy = text.ToString();
        var interned = new InternedId(NamespaceTexts.Share(text[..namespaceLength]), copy, copy.GetHashCode(StringComparison.Ordinal));
        var place = PlaceOf(text);
        Table[place + 1] = Table[place];
        Table[place] = interned;
        return interned;
    }

    public bool Equals(InternedId? other) => ReferenceEquals(this, other) || (other is not null && Hash == other.Hash && Text == other.Text);

    public override bool Equals(object? obj) => Equals(obj as InternedId);

    public override int GetHashCode() => Hash;

    public override string ToString() => Text;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(ReadOnlySpan<char> text) => PlaceHash.Of(text) & (TableSize - Ways);
}
