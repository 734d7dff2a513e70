using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using AstRegistry.Layers;
using AstRegistry.Snapshots;

namespace AstRegistry;

/// <summary>
/// Schemes and ASTs of elements by <c>namespace:element</c>, in layers: a root, and batches above it that see everything below and keep their own
/// changes to themselves until they are committed.
/// </summary>
/// <remarks>
/// <para>A batch is a fork of its parent's content, which both share as long as they do not differ, and a note of what it touched. So beginning
/// and discarding cost the same however much there is, and a get costs the same at depth 1 and at depth 100,000.</para>
/// <para>Each layer has one writer at a time and any number of readers. Writes and commits into one layer take turns. Whoever reads a
/// <see cref="Snapshot"/>, the root, or a batch that is not being written takes no lock; the first to read a batch after a put takes its lock
/// for the moment that it takes to show what was put.</para>
/// <para>A commit notices when somebody else wrote what the batch wrote. It does not notice when somebody else wrote what the batch only read.</para>
/// </remarks>
/// <typeparam name="TScheme">What describes an element.</typeparam>
/// <typeparam name="TAst">The syntax of an element.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class LayeredRegistry<TScheme, TAst> : IDisposable, IEvictable
    where TScheme : notnull
    where TAst : notnull
{
    private readonly object _gate = new();
    private readonly IdleLayers? _idle;
    private readonly LayerUse? _use;

    // What readers see. Null while there are puts that nobody has seen, and after the end.
    private LayerSnapshot<TScheme, TAst>? _state;

    // Guarded by the gate, like all that follows: puts that nobody has seen.
    private EntryTable<LayerCell<TScheme, TAst>>.Builder? _edit;
    private EntryTable<LayerCell<TScheme, TAst>>? _origin;
    private Dictionary<EntryId, LayerParts>? _touched;
    private long _revision;
    private LayerEnd _end;

    internal LayeredRegistry(LayerOptions options, LayerSnapshot<TScheme, TAst>? content = null)
    {
        options.Check();
        if (options.IdleTimeout is { } timeout) _idle = new(options.TimeProvider, timeout);
        _state = content ?? new(EntryTable<LayerCell<TScheme, TAst>>.Empty, 0);
        _revision = _state.Revision;
    }

    private LayeredRegistry(LayeredRegistry<TScheme, TAst> parent, EntryTable<LayerCell<TScheme, TAst>> origin)
    {
        Parent = parent;
        Depth = parent.Depth + 1;
        _origin = origin;
        _state = new(origin, 0);
        _idle = parent._idle;
        _use = _idle?.Add(this, parent._use);
    }

    /// <summary>A layer without parent, with nothing in it.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    [SuppressMessage("Design", "CA1000", Justification = "Nothing to infer the type arguments from is given, so they are named once, with the type.")]
    public static LayeredRegistry<TScheme, TAst> NewRoot(LayerOptions? options = null) => new(options ?? new());

    /// <summary>The layer that a commit goes to; null for a root.</summary>
    public LayeredRegistry<TScheme, TAst>? Parent { get; }

    /// <summary>Whether this layer has no parent.</summary>
    [MemberNotNullWhen(false, nameof(Parent))]
    public bool IsRoot => Parent is null;

    /// <summary>How many layers are below this one: 0 for a root.</summary>
    public int Depth { get; }

    /// <summary>How many batches were committed into this layer.</summary>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public long Revision => Snapshot.Revision;

    /// <summary>All that the layer shows now, its parents' content as it was when the layer began included; for several reads that shall fit together. O(1).</summary>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public LayerSnapshot<TScheme, TAst> Snapshot
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_use is not null) _use.Touch();
            return Volatile.Read(ref _state) ?? Publish();
        }
    }

    /// <summary>Depth, revision and number of elements, or how the layer ended.</summary>
    public override string ToString()
    {
        var name = IsRoot ? "root" : FormattableString.Invariant($"batch at depth {Depth}");
        lock (_gate)
        {
            return _end != LayerEnd.Open ? $"{name}, {_end}" : FormattableString.Invariant($"{name}, revision {_revision}, {_edit?.Count ?? _state!.Count} elements");
        }
    }

    private LayerSnapshot<TScheme, TAst> Publish()
    {
        lock (_gate)
        {
            ThrowIfClosed();
            return Freeze();
        }
    }

    /// <summary>Shows what was put. Under the gate.</summary>
    private LayerSnapshot<TScheme, TAst> Freeze()
    {
        if (_edit is null) return _state!;
        var state = new LayerSnapshot<TScheme, TAst>(_edit.ToImmutable(LayerStamp.Next()), _revision);
        _edit = null;
        Volatile.Write(ref _state, state);
        return state;
    }
}
