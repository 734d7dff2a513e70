using System.Diagnostics.CodeAnalysis;
using AstRegistry.Layers;
using AstRegistry.Snapshots;

namespace AstRegistry;

public sealed partial class LayeredRegistry<TScheme, TAst>
{
    /// <summary>A batch above this layer: it sees what this layer shows now, and keeps its own changes to itself until it is committed. O(1).</summary>
    /// <exception cref="ObjectDisposedException">The layer was closed.</exception>
    public LayeredRegistry<TScheme, TAst> BeginBatch() => new(this, Snapshot.Table);

    /// <summary>
    /// Brings all that the batch put and removed into its parent, in one step for all readers, and closes the batch. Costs nothing more than that
    /// step if nobody else changed the parent since the batch began, else a look at each element that the batch touched.
    /// </summary>
    /// <returns>The parent.</returns>
    /// <exception cref="InvalidOperationException">This is a root.</exception>
    /// <exception cref="LayerConflictException">Somebody else changed the same elements. The batch stays open, and nothing was changed.</exception>
    /// <exception cref="LayerCycleException">Together with what somebody else committed, elements would depend on themselves. The batch stays open, and nothing was changed.</exception>
    /// <exception cref="LayerParentClosedException">The parent is closed. The batch stays open, and nothing was changed.</exception>
    /// <exception cref="ObjectDisposedException">The batch was closed.</exception>
    public LayeredRegistry<TScheme, TAst> Commit() => TryCommit(out var conflicts) ? Parent! : throw new LayerConflictException(conflicts);

    /// <summary>As <see cref="Commit"/>, but says with false that somebody else changed the same elements.</summary>
    /// <param name="conflicts">What both changed, in ordinal order; empty after a commit.</param>
    /// <exception cref="InvalidOperationException">This is a root.</exception>
    /// <exception cref="LayerCycleException">Together with what somebody else committed, elements would depend on themselves. The batch stays open, and nothing was changed.</exception>
    /// <exception cref="LayerParentClosedException">The parent is closed. The batch stays open, and nothing was changed.</exception>
    /// <exception cref="ObjectDisposedException">The batch was closed.</exception>
    public bool TryCommit(out IReadOnlyList<LayerConflict> conflicts)
    {
        if (IsRoot) throw new InvalidOperationException("A root has no parent to commit to. Begin a batch, and commit that.");
        lock (_gate)
        {
            ThrowIfClosed();
            var size = _touched?.Count ?? 0;
            conflicts = Parent.Accept(_origin!, Freeze().Table, _touched ?? []);
            LayerMetrics.CountEnd(conflicts.Count == 0 ? "committed" : "conflict");
            if (conflicts.Count > 0) return false;
            LayerMetrics.RecordBatch(size);
            Close(LayerEnd.Committed);
            return true;
        }
    }

    /// <summary>Closes the batch and forgets what it put and removed.</summary>
    /// <exception cref="InvalidOperationException">This is a root.</exception>
    /// <exception cref="ObjectDisposedException">The batch was closed.</exception>
    public void Discard()
    {
        if (IsRoot) throw new InvalidOperationException("A root cannot be discarded. Dispose it to close it.");
        lock (_gate)
        {
            ThrowIfClosed();
            LayerMetrics.CountEnd("discarded");
            Parent._use?.Touch();
            Close(LayerEnd.Discarded);
        }
    }

    /// <summary>Discards a batch that is still open; closes a root. Batches above it can be read and discarded all the same.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_end != LayerEnd.Open) return;
            if (IsRoot) Close(LayerEnd.Disposed);
            else Discard();
        }
    }

    /// <summary>Called by the clock.</summary>
    bool IEvictable.TryEvict()
    {
        lock (_gate)
        {
            if (_end != LayerEnd.Open || !_use!.IsIdle) return false;
            LayerMetrics.CountEnd("evicted");
            Close(LayerEnd.Evicted);
            return true;
        }
    }

    /// <summary>Takes the changes of a batch above, or returns what stands against them.</summary>
    private IReadOnlyList<LayerConflict> Accept(EntryTable<LayerCell<TScheme, TAst>> origin, EntryTable<LayerCell<TScheme, TAst>> theirs, Dictionary<EntryId, LayerParts> touched)
    {
        // The one who asks holds the lock of his own layer: locks are always taken upwards, so nobody waits in a circle.
        lock (_gate)
        {
            if (_end != LayerEnd.Open) throw new LayerParentClosedException($"The parent is closed ({_end}), so there is nothing to commit to. The batch is still open: read what you need, then discard it.");
            _use?.Touch();
            if (!LayerMerge<TScheme, TAst>.TryMerge(origin, theirs, Freeze().Table, touched, out var merged, out var conflicts)) return conflicts;
            if (!IsRoot) TakeOver(touched);
            Volatile.Write(ref _state, new(merged, ++_revision));
            return [];
        }
    }

    /// <summary>Adds what a batch touched. The smaller set goes into the larger one, so that a high stack of batches costs no more than their changes.</summary>
    private void TakeOver(Dictionary<EntryId, LayerParts> theirs)
    {
        var (large, small) = _touched is null || _touched.Count < theirs.Count ? (theirs, _touched) : (_touched, theirs);
        foreach (var (id, parts) in small ?? []) large[id] = large.GetValueOrDefault(id) | parts;
        _touched = large;
    }

    /// <summary>Lets go of everything, so that nothing stays in memory because somebody keeps a closed layer.</summary>
    private void Close(LayerEnd end)
    {
        _end = end;
        _edit = null;
        _origin = null;
        _touched = null;
        Volatile.Write(ref _state, null);
        _use?.End();
    }

    private void ThrowIfClosed()
    {
        if (_end != LayerEnd.Open) ThrowClosed();
    }

    [DoesNotReturn]
    private void ThrowClosed() => throw _end switch
    {
        LayerEnd.Committed => new ObjectDisposedException(null, "The batch was committed. Go on with its parent, or begin a new batch."),
        LayerEnd.Discarded => new ObjectDisposedException(null, "The batch was discarded. Begin a new one."),
        LayerEnd.Evicted => new LayerEvictedException(_use!.Timeout),
        _ => new ObjectDisposedException(null, "The root was disposed."),
    };
}
