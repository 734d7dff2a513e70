using System.Collections;
using System.Diagnostics;

namespace AstRegistry;

/// <summary>Entries that a query found, in the order of their creation. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FinderResult : IReadOnlyList<RegistryEntry>
{
    private readonly RegistryEntry[] _entries;

    internal FinderResult(RegistryEntry[] entries, bool hasMore)
    {
        _entries = entries;
        HasMore = hasMore;
    }

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Length;

    /// <summary>Whether the limit left out entries behind the last one.</summary>
    public bool HasMore { get; }

    /// <summary>An entry by its place.</summary>
    public RegistryEntry this[int index] => _entries[index];

    internal static FinderResult Empty { get; } = new([], false);

    /// <summary>The entries as a span.</summary>
    public ReadOnlySpan<RegistryEntry> AsSpan() => _entries;

    /// <inheritdoc/>
    public IEnumerator<RegistryEntry> GetEnumerator() => ((IEnumerable<RegistryEntry>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>How many entries there are.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} entries{(HasMore ? " and more" : "")}");
}
