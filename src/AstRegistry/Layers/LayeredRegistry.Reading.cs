using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using AstRegistry.Layers;

namespace AstRegistry;

public sealed partial class LayeredRegistry<TScheme, TAst>
{
    /// <summary>The scheme of an element: what this layer put, else what the nearest layer below has. O(1), without allocation.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetScheme(EntryId id, [MaybeNullWhen(false)] out TScheme scheme)
    {
        var isHit = Snapshot.TryGetScheme(id, out scheme);
        if (LayerMetrics.CountsGets) LayerMetrics.CountGet(isHit);
        return isHit;
    }

    /// <summary>The scheme of an element by its namespace and name; false also for parts that make no id. O(1), without allocation.</summary>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public bool TryGetScheme(string @namespace, string element, [MaybeNullWhen(false)] out TScheme scheme)
    {
        var isHit = Snapshot.TryGetScheme(@namespace, element, out scheme);
        if (LayerMetrics.CountsGets) LayerMetrics.CountGet(isHit);
        return isHit;
    }

    /// <summary>The AST of an element: what this layer put, else what the nearest layer below has. O(1), without allocation.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetAst(EntryId id, [MaybeNullWhen(false)] out TAst ast)
    {
        var isHit = Snapshot.TryGetAst(id, out ast);
        if (LayerMetrics.CountsGets) LayerMetrics.CountGet(isHit);
        return isHit;
    }

    /// <summary>The AST of an element by its namespace and name; false also for parts that make no id. O(1), without allocation.</summary>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public bool TryGetAst(string @namespace, string element, [MaybeNullWhen(false)] out TAst ast)
    {
        var isHit = Snapshot.TryGetAst(@namespace, element, out ast);
        if (LayerMetrics.CountsGets) LayerMetrics.CountGet(isHit);
        return isHit;
    }

    /// <summary>The names in a namespace that have a scheme, an AST or both, here or below, in ordinal order, each once.</summary>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public IReadOnlyList<string> ListNamespace(string @namespace) => Snapshot.ListNamespace(@namespace);

    /// <summary>What an element depends on directly, in ordinal order.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public IReadOnlyList<EntryId> DependenciesOf(EntryId element) => Snapshot.DependenciesOf(element);

    /// <summary>All that an element depends on, directly or not, each behind what it depends on itself.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public IReadOnlyList<EntryId> AllDependenciesOf(EntryId element) => Snapshot.AllDependenciesOf(element);

    /// <summary>Whether an element depends on another one, directly or not.</summary>
    /// <exception cref="ArgumentException">An id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public bool IsDependent(EntryId element, EntryId on) => Snapshot.IsDependent(element, on);

    /// <summary>What this layer itself put and removed, apart from what it inherits, in ordinal order; for a root all that it holds.</summary>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public IReadOnlyList<LayerExport> ListExports()
    {
        lock (_gate)
        {
            ThrowIfClosed();
            _use?.Touch();
            var table = Freeze().Table;
            var exports = IsRoot
                ? table.Items.Select(static item => new LayerExport(item.Key, item.Value.Parts, LayerParts.None))
                : (_touched ?? []).Select(item => ExportOf(item.Key, item.Value)).Where(static export => (export.Put | export.Removed) != LayerParts.None);
            return [.. exports.OrderBy(static export => export.Id)];
        }
    }

    private LayerExport ExportOf(EntryId id, LayerParts touched)
    {
        var now = LayerMerge<TScheme, TAst>.CellOf(_state!.Table, id).Parts;
        var before = LayerMerge<TScheme, TAst>.CellOf(_origin!, id).Parts;
        return new(id, now & touched, before & touched & ~now);
    }
}
