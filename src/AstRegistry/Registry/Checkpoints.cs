using System.Collections.Immutable;
using AstRegistry.Codec;

namespace AstRegistry.Registry;

/// <summary>The checkpoints of a registry. Those that are due are written in the background, one at a time: a snapshot never changes, so nobody waits.</summary>
internal sealed class Checkpoints(RegistryContext context)
{
    private ImmutableHashSet<long> _known = [];
    private Task _writing = Task.CompletedTask;
    private long _operations;

    public bool Contains(long revision) => Volatile.Read(ref _known).Contains(revision);

    public async ValueTask ListAsync(CancellationToken cancellationToken)
    {
        var found = await context.History.ListCheckpointsAsync(context.Name, cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _known, [.. found]);
    }

    /// <summary>The entries of a version from its checkpoint; null, and not to be tried again, if it is damaged or gone.</summary>
    public async ValueTask<RegistrySnapshot?> ReadAsync(RegistryVersion version, CancellationToken cancellationToken)
    {
        try
        {
            var checkpoint = await context.History.ReadCheckpointAsync(context.Name, version.Revision, cancellationToken).ConfigureAwait(false);
            if (checkpoint is not null && CheckpointCodec.Decode(checkpoint.Data.Span) is var (revision, table) && revision == version.Revision) return new(version, table);
        }
        catch (HistoryException exception) when (exception.Fault is HistoryFault.Corrupt or HistoryFault.Foreign)
        {
            context.Notices.Add(new(RegistryNoticeKind.CheckpointDamaged, null, exception.Message, exception, version.Revision));
        }

        ImmutableInterlocked.Update(ref _known, static (known, gone) => known.Remove(gone), version.Revision);
        return null;
    }

    public async ValueTask WriteAsync(RegistrySnapshot snapshot, CancellationToken cancellationToken)
    {
        var data = CheckpointCodec.Encode(snapshot.Revision, snapshot.Table);
        await context.History.WriteCheckpointAsync(context.Name, new(snapshot.Revision, data), cancellationToken).ConfigureAwait(false);
        ImmutableInterlocked.Update(ref _known, static (known, written) => known.Add(written), snapshot.Revision);
    }

    /// <summary>Counts operations, and begins to write a checkpoint if one is due. For the writer.</summary>
    public void Count(int operations, RegistrySnapshot snapshot)
    {
        _operations += operations;
        if (context.Options.CheckpointInterval == 0 || !context.History.CanRewind || _operations < context.Options.CheckpointInterval || !_writing.IsCompleted) return;
        _operations = 0;
        _writing = Task.Run(() => TryWriteAsync(snapshot));
    }

    /// <summary>Waits for a checkpoint that is being written.</summary>
    public Task FinishAsync() => _writing;

    private async Task TryWriteAsync(RegistrySnapshot snapshot)
    {
        try
        {
            await WriteAsync(snapshot, CancellationToken.None).ConfigureAwait(false);
            context.Notices.Add(new(RegistryNoticeKind.CheckpointWritten, null, FormattableString.Invariant($"A checkpoint of version {snapshot.Revision} was written."), null, snapshot.Revision));
        }
        catch (Exception exception)
        {
            context.Notices.Add(new(RegistryNoticeKind.CheckpointFailed, null, FormattableString.Invariant($"The checkpoint of version {snapshot.Revision} could not be written: {exception.Message}"), exception, snapshot.Revision));
        }
    }
}
