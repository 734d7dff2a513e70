using System.Runtime.InteropServices;
using AstRegistry.Layers;
using AstRegistry.Snapshots;

namespace AstRegistry;

public sealed partial class LayeredRegistry<TScheme, TAst>
{
    /// <summary>Puts a scheme under an id, in place of the one that is there. Local to this layer.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public void PutScheme(EntryId id, TScheme scheme)
    {
        if (scheme is null) throw new ArgumentNullException(nameof(scheme));
        Change(id, LayerParts.Scheme, (Scheme: scheme, 0), static (cell, content, stamp) => cell.WithScheme(content.Scheme, stamp));
    }

    /// <inheritdoc cref="PutScheme(EntryId, TScheme)"/>
    /// <exception cref="FormatException">Namespace and element make no id; the message names the place.</exception>
    public void PutScheme(string @namespace, string element, TScheme scheme) => PutScheme(new EntryId(@namespace, element), scheme);

    /// <summary>Puts an AST under an id, in place of the one that is there. Local to this layer.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public void PutAst(EntryId id, TAst ast)
    {
        if (ast is null) throw new ArgumentNullException(nameof(ast));
        Change(id, LayerParts.Ast, (Ast: ast, 0), static (cell, content, stamp) => cell.WithAst(content.Ast, stamp));
    }

    /// <inheritdoc cref="PutAst(EntryId, TAst)"/>
    /// <exception cref="FormatException">Namespace and element make no id; the message names the place.</exception>
    public void PutAst(string @namespace, string element, TAst ast) => PutAst(new EntryId(@namespace, element), ast);

    /// <summary>Puts scheme and AST under an id in one step, in place of what is there. Local to this layer.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public void Put(EntryId id, TScheme scheme, TAst ast)
    {
        if (scheme is null) throw new ArgumentNullException(nameof(scheme));
        if (ast is null) throw new ArgumentNullException(nameof(ast));
        Change(id, LayerParts.Scheme | LayerParts.Ast, (Scheme: scheme, Ast: ast), static (cell, content, stamp) => cell.WithBoth(content.Scheme, content.Ast, stamp));
    }

    /// <inheritdoc cref="Put(EntryId, TScheme, TAst)"/>
    /// <exception cref="FormatException">Namespace and element make no id; the message names the place.</exception>
    public void Put(string @namespace, string element, TScheme scheme, TAst ast) => Put(new EntryId(@namespace, element), scheme, ast);

    /// <summary>
    /// Removes the scheme of an element. In a batch it is a miss from now on although the parent has one; a commit removes it there, a discard leaves it.
    /// </summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public bool RemoveScheme(EntryId id) => Remove(id, LayerParts.Scheme);

    /// <summary>Removes the AST of an element, like <see cref="RemoveScheme(EntryId)"/>.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public bool RemoveAst(EntryId id) => Remove(id, LayerParts.Ast);

    /// <summary>Removes an element: scheme, AST and what it depends on. Others may still depend on it.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public bool Remove(EntryId id) => Remove(id, LayerParts.Scheme | LayerParts.Ast);

    /// <inheritdoc cref="Remove(EntryId)"/>
    /// <exception cref="FormatException">Namespace and element make no id; the message names the place.</exception>
    public bool Remove(string @namespace, string element) => Remove(new EntryId(@namespace, element));

    /// <summary>
    /// Declares what an element depends on, in place of what was declared before; nothing for no dependencies. An element may depend on one that is not there (yet).
    /// </summary>
    /// <exception cref="ArgumentException">An id is <see cref="EntryId.None"/>.</exception>
    /// <exception cref="EntryNotFoundException">The element has neither scheme nor AST.</exception>
    /// <exception cref="LayerCycleException">The element would depend on itself; the exception has the path. Nothing was changed.</exception>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public void DependsOn(EntryId element, params IEnumerable<EntryId> dependencies)
    {
        ArgumentNullException.ThrowIfNull(dependencies);
        EntryId[] edges = [.. dependencies.Distinct().Order()];
        if (element.IsNone || edges.Contains(EntryId.None)) LayerSnapshot<TScheme, TAst>.ThrowNone();
        lock (_gate)
        {
            ThrowIfClosed();
            if (CellOf(element) is null) throw new EntryNotFoundException(element, []);
            if (DependencyWalk.FindCycle([element], id => id == element ? edges : CellOf(id)?.Dependencies ?? []) is { } path) throw new LayerCycleException(path);
            Change(element, LayerParts.Dependencies, edges, static (cell, edges, stamp) => cell.WithDependencies(edges, stamp));
        }
    }

    private void Change<TContent>(EntryId id, LayerParts parts, TContent content, Func<LayerCell<TScheme, TAst>, TContent, long, LayerCell<TScheme, TAst>> change)
    {
        if (id.IsNone) LayerSnapshot<TScheme, TAst>.ThrowNone();
        lock (_gate)
        {
            ThrowIfClosed();
            var edit = BeginEdit();
            var cell = edit.TryGet(id, out var known) ? known : LayerCell<TScheme, TAst>.Empty;
            edit.Set(id, change(cell, content, LayerStamp.Next()));
            EndEdit(id, parts);
        }
    }

    private bool Remove(EntryId id, LayerParts parts)
    {
        if (id.IsNone) LayerSnapshot<TScheme, TAst>.ThrowNone();
        lock (_gate)
        {
            ThrowIfClosed();
            _use?.Touch();
            if (CellOf(id) is not { } cell || (cell.Parts & parts) == 0) return false;
            var rest = cell.With(parts, LayerCell<TScheme, TAst>.Empty);
            if (rest.IsElement) BeginEdit().Set(id, rest);
            else BeginEdit().Remove(id);

            // Without scheme and AST there is nothing left that could depend on others.
            EndEdit(id, rest.IsElement ? parts : parts | LayerParts.Dependencies);
            return true;
        }
    }

    /// <summary>What stands under an id, the latest puts included. Under the gate.</summary>
    private LayerCell<TScheme, TAst>? CellOf(EntryId id)
    {
        LayerCell<TScheme, TAst>? cell;
        return (_edit is null ? _state!.Table.TryGet(id, out cell) : _edit.TryGet(id, out cell)) ? cell : null;
    }

    private EntryTable<LayerCell<TScheme, TAst>>.Builder BeginEdit()
    {
        _use?.Touch();
        if (_edit is not null) return _edit;
        _edit = _state!.Table.ToBuilder();

        // Who reads from now on has to ask for the puts. Readers of a root never do.
        if (!IsRoot) Volatile.Write(ref _state, null);
        return _edit;
    }

    private void EndEdit(EntryId id, LayerParts parts)
    {
        if (IsRoot) Freeze();
        else CollectionsMarshal.GetValueRefOrAddDefault(_touched ??= [], id, out _) |= parts;
    }
}
