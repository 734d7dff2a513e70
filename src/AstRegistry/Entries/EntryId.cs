using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using AstRegistry.Entries;

namespace AstRegistry;

/// <summary>
/// Names an entry of a registry: <c>namespace:name</c>. May be stored and sent.
/// </summary>
/// <remarks>
/// <para>The namespace is one or more segments of letters, digits, <c>_</c> and <c>-</c>, joined by dots. The name is everything behind the first
/// colon: any text without control characters that does not begin or end with white space, so that keys of code fit in.</para>
/// <para>Interned: ids of one text share memory, as long as the text is in use or was so a short while ago. Equality is by text in any case, and
/// costs one comparison of references for ids that are shared. The hash is of this process, so that nobody outside can choose colliding ids.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct EntryId : IEquatable<EntryId>, IComparable<EntryId>
{
    private readonly InternedId? _interned;

    /// <summary>Makes an id from its two parts.</summary>
    /// <exception cref="FormatException">A part is not as the remarks of <see cref="EntryId"/> say; the message names the place.</exception>
    public EntryId(string @namespace, string name)
    {
        ArgumentNullException.ThrowIfNull(@namespace);
        ArgumentNullException.ThrowIfNull(name);
        var joined = new IdText(@namespace, name);

        // A namespace with a colon reads like another id, whose namespace ends before.
        if (InternedId.Find(joined.Text) is { } known && known.Namespace.Length == @namespace.Length)
        {
            _interned = known;
            return;
        }

        if (IdRules.FaultOf(@namespace, name) is { } fault) throw new FormatException(fault);
        _interned = InternedId.Get(joined.Text, @namespace.Length);
    }

    internal EntryId(InternedId? interned) => _interned = interned;

    /// <summary>The id of nothing: <c>default</c>.</summary>
    public static EntryId None => default;

    /// <summary>What stands before the colon; empty for <see cref="None"/>.</summary>
    public string Namespace => _interned?.Namespace ?? "";

    /// <summary>What stands behind the colon; empty for <see cref="None"/>.</summary>
    public string Name => _interned?.Name ?? "";

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => _interned is null;

    internal InternedId? Interned => _interned;

    /// <summary>Whether both name the same entry.</summary>
    public static bool operator ==(EntryId left, EntryId right) => left.Equals(right);

    /// <summary>Whether they name different entries.</summary>
    public static bool operator !=(EntryId left, EntryId right) => !left.Equals(right);

    /// <summary>Whether the left one comes first.</summary>
    public static bool operator <(EntryId left, EntryId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one comes first or both are equal.</summary>
    public static bool operator <=(EntryId left, EntryId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the right one comes first.</summary>
    public static bool operator >(EntryId left, EntryId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the right one comes first or both are equal.</summary>
    public static bool operator >=(EntryId left, EntryId right) => left.CompareTo(right) >= 0;

    /// <summary>Reads <c>namespace:name</c>.</summary>
    /// <exception cref="FormatException">The text is no id; the message says what is wrong and where.</exception>
    public static EntryId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (InternedId.Find(text) is { } known) return new(known);
        return IdRules.FaultOf(text) is { } fault ? throw new FormatException(fault) : Split(text);
    }

    /// <summary>Reads <c>namespace:name</c>; a text without colon is a name in the given namespace.</summary>
    /// <exception cref="FormatException">The text is no id; the message says what is wrong and where.</exception>
    public static EntryId Parse(string text, string defaultNamespace)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains(':', StringComparison.Ordinal) ? Parse(text) : new EntryId(defaultNamespace, text);
    }

    /// <summary>Reads <c>namespace:name</c>, if the text is that.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EntryId id)
    {
        id = default;
        if (text is null) return false;
        if (InternedId.Find(text) is { } known) id = new(known);
        else if (IdRules.FaultOf(text) is null) id = Split(text);
        return !id.IsNone;
    }

    /// <inheritdoc/>
    public bool Equals(EntryId other) => ReferenceEquals(_interned, other._interned) || (_interned is not null && _interned.Equals(other._interned));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EntryId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _interned?.Hash ?? 0;

    /// <summary>Orders by namespace, then by name, both ordinally.</summary>
    public int CompareTo(EntryId other)
    {
        if (ReferenceEquals(_interned, other._interned)) return 0;
        var byNamespace = string.CompareOrdinal(_interned?.Namespace, other._interned?.Namespace);
        return byNamespace != 0 ? byNamespace : _interned!.NameSpan.SequenceCompareTo(other._interned!.NameSpan);
    }

    /// <summary><c>namespace:name</c>; empty for <see cref="None"/>.</summary>
    public override string ToString() => _interned?.Text ?? "";

    private static EntryId Split(string text) => new(InternedId.Get(text, text.IndexOf(':', StringComparison.Ordinal)));
}
