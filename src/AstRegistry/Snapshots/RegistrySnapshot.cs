using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using AstRegistry.Code;
using AstRegistry.Snapshots;

namespace AstRegistry;

/// <summary>All entries of a registry at one version. Never changes; reading takes no lock and waits for nobody.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RegistrySnapshot
{
    internal RegistrySnapshot(RegistryVersion version, EntryTable<RegistryEntry> table)
    {
        Version = version;
        Table = table;
    }

    /// <summary>The registry before its first commit.</summary>
    public static RegistrySnapshot Empty { get; } = new(RegistryVersion.Root, EntryTable<RegistryEntry>.Empty);

    /// <summary>The version whose entries these are.</summary>
    public RegistryVersion Version { get; }

    /// <summary>The number of the version.</summary>
    public long Revision => Version.Revision;

    /// <summary>How many entries there are.</summary>
    public int Count => Table.Count;

    /// <summary>The entries in the order in which they were created.</summary>
    public IEnumerable<RegistryEntry> Entries => Table.Items.Select(static item => item.Value);

    /// <summary>The namespaces that hold an entry, in ordinal order.</summary>
    public IReadOnlyList<string> Namespaces => [.. Table.Namespaces.Select(static table => table.Name).Order(StringComparer.Ordinal)];

    internal EntryTable<RegistryEntry> Table { get; }

    /// <summary>An entry; O(1).</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="EntryNotFoundException">There is none; the message lists ids that are near.</exception>
    public RegistryEntry this[EntryId id] => TryGet(id, out var entry) ? entry : throw new EntryNotFoundException(id, Near(id));

    /// <summary>An entry, if there is one; O(1), without allocation.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(EntryId id, [NotNullWhen(true)] out RegistryEntry? entry)
    {
        if (id.IsNone) ThrowNone();
        return Table.TryGet(id, out entry);
    }

    /// <summary>An entry by the text of its id; false also for a text that is no id. O(1), without allocation.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out RegistryEntry? entry)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Table.TryGet(id.AsSpan(), out entry);
    }

    /// <summary>Whether there is an entry.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    public bool Contains(EntryId id) => TryGet(id, out _);

    /// <summary>The names in a namespace, in ordinal order; none for one that holds nothing.</summary>
    public IReadOnlyList<string> ListNamespace(string @namespace)
    {
        ArgumentNullException.ThrowIfNull(@namespace);
        return Table.TryGetNamespace(@namespace, out var names) ? names.SortedNames : [];
    }

    /// <summary>The revision that changed a namespace last; 0 for one that holds nothing.</summary>
    public long RevisionOf(string @namespace)
    {
        ArgumentNullException.ThrowIfNull(@namespace);
        return Table.TryGetNamespace(@namespace, out var names) ? names.Revision : 0;
    }

    /// <summary>Version and number of entries.</summary>
    public override string ToString() => FormattableString.Invariant($"v{Revision}, {Count} entries");

    /// <summary>Ids of the namespace, or of all where it holds nothing, that someone may have meant.</summary>
    internal IReadOnlyList<string> Near(EntryId id)
    {
        var names = ListNamespace(id.Namespace);
        return names.Count > 0
            ? [.. NearKeys.Of(id.Name, names).Select(name => $"{id.Namespace}:{name}")]
            : NearKeys.Of(id.ToString(), Table.Items.Take(MaxNearSearch).Select(static item => item.Key.ToString()));
    }

    private const int MaxNearSearch = 10_000;

    [DoesNotReturn]
    private static void ThrowNone() => throw new ArgumentException("The id is a default value: it names no entry.", "id");
}
