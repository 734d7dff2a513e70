using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using AstRegistry.Entries;
using AstRegistry.Layers;
using AstRegistry.Snapshots;

namespace AstRegistry;

/// <summary>
/// What a layer shows at one moment, its parents' content included. Never changes, also when the layer does or ends; reading takes no lock and
/// costs the same at every depth.
/// </summary>
/// <typeparam name="TScheme">What describes an element.</typeparam>
/// <typeparam name="TAst">The syntax of an element.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class LayerSnapshot<TScheme, TAst>
    where TScheme : notnull
    where TAst : notnull
{
    internal LayerSnapshot(EntryTable<LayerCell<TScheme, TAst>> table, long revision)
    {
        Table = table;
        Revision = revision;
    }

    /// <summary>How many batches had been committed into the layer.</summary>
    public long Revision { get; }

    /// <summary>How many elements have a scheme, an AST or both.</summary>
    public int Count => Table.Count;

    /// <summary>The namespaces that hold an element, in ordinal order.</summary>
    public IReadOnlyList<string> Namespaces => [.. Table.Namespaces.Select(static table => table.Name).Order(StringComparer.Ordinal)];

    /// <summary>The ids of all elements, in no particular order.</summary>
    public IEnumerable<EntryId> Ids => Table.Items.Select(static item => item.Key);

    internal EntryTable<LayerCell<TScheme, TAst>> Table { get; }

    /// <summary>A scheme, if there is one; O(1), without allocation.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetScheme(EntryId id, [MaybeNullWhen(false)] out TScheme scheme)
    {
        if (id.IsNone) ThrowNone();
        return SchemeOf(Table.TryGet(id, out var cell) ? cell : null, out scheme);
    }

    /// <summary>A scheme by namespace and element, if there is one; false also for parts that make no id. O(1), without allocation.</summary>
    public bool TryGetScheme(string @namespace, string element, [MaybeNullWhen(false)] out TScheme scheme) =>
        SchemeOf(Find(@namespace, element), out scheme);

    /// <summary>An AST, if there is one; O(1), without allocation.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetAst(EntryId id, [MaybeNullWhen(false)] out TAst ast)
    {
        if (id.IsNone) ThrowNone();
        return AstOf(Table.TryGet(id, out var cell) ? cell : null, out ast);
    }

    /// <summary>An AST by namespace and element, if there is one; false also for parts that make no id. O(1), without allocation.</summary>
    public bool TryGetAst(string @namespace, string element, [MaybeNullWhen(false)] out TAst ast) =>
        AstOf(Find(@namespace, element), out ast);

    /// <summary>The names in a namespace that have a scheme, an AST or both, in ordinal order, each once.</summary>
    public IReadOnlyList<string> ListNamespace(string @namespace)
    {
        ArgumentNullException.ThrowIfNull(@namespace);
        return Table.TryGetNamespace(@namespace, out var names) ? names.SortedNames : [];
    }

    /// <summary>What an element depends on directly, in ordinal order.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    public IReadOnlyList<EntryId> DependenciesOf(EntryId element) => Array.AsReadOnly(EdgesOf(element));

    /// <summary>All that an element depends on, directly or not, each behind what it depends on itself.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    public IReadOnlyList<EntryId> AllDependenciesOf(EntryId element)
    {
        if (element.IsNone) ThrowNone();
        return DependencyWalk.InOrder(element, EdgesOf);
    }

    /// <summary>Whether an element depends on another one, directly or not.</summary>
    /// <exception cref="ArgumentException">An id is <see cref="EntryId.None"/>.</exception>
    public bool IsDependent(EntryId element, EntryId on)
    {
        if (on.IsNone) ThrowNone();
        return AllDependenciesOf(element).Contains(on);
    }

    /// <summary>Revision and number of elements.</summary>
    public override string ToString() => FormattableString.Invariant($"revision {Revision}, {Count} elements");

    [DoesNotReturn]
    internal static void ThrowNone() => throw new ArgumentException("The id is a default value: it names no element.", "id");

    private static bool SchemeOf(LayerCell<TScheme, TAst>? cell, [MaybeNullWhen(false)] out TScheme scheme)
    {
        scheme = cell is null ? default : cell.Scheme;
        return cell is not null && cell.SchemeStamp != LayerStamp.None;
    }

    private static bool AstOf(LayerCell<TScheme, TAst>? cell, [MaybeNullWhen(false)] out TAst ast)
    {
        ast = cell is null ? default : cell.Ast;
        return cell is not null && cell.AstStamp != LayerStamp.None;
    }

    private LayerCell<TScheme, TAst>? Find(string @namespace, string element)
    {
        ArgumentNullException.ThrowIfNull(@namespace);
        ArgumentNullException.ThrowIfNull(element);

        // With a colon in it, the namespace would be read as a shorter one.
        return !@namespace.Contains(':', StringComparison.Ordinal) && Table.TryGet(new IdText(@namespace, element).Text, out var cell) ? cell : null;
    }

    private EntryId[] EdgesOf(EntryId id)
    {
        if (id.IsNone) ThrowNone();
        return LayerMerge<TScheme, TAst>.CellOf(Table, id).Dependencies;
    }
}
