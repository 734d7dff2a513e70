using System.Runtime.CompilerServices;
using AstRegistry.Codec;

namespace AstRegistry.Registry;

/// <summary>
/// Versions as a sequence of transactions, each beginning where the last one ended: where a version was made from another one than that, the
/// registry goes there in between.
/// </summary>
internal sealed class Journey(RegistryContext context, VersionTree versions)
{
    /// <summary>The transactions, with all of their changes.</summary>
    /// <param name="from">The entries to begin with; null where they are not known, to begin with the parent of the first version.</param>
    /// <param name="read">The versions, in the order of revisions.</param>
    /// <param name="target">The revision to end at.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async IAsyncEnumerable<RegistryTransaction> GoAsync(
        RegistrySnapshot? from, IAsyncEnumerable<HistoryVersion> read, long target, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var snapshot = from;
        await foreach (var (version, data, _) in read.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            snapshot ??= await context.States.LoadAsync(versions, version.Parent, cancellationToken).ConfigureAwait(false);
            if (snapshot.Revision != version.Parent)
            {
                var move = await MoveAsync(snapshot, version.Parent, cancellationToken).ConfigureAwait(false);
                yield return move;
                snapshot = move.After;
            }

            var changes = ChangeSetCodec.Decode(data.Span);
            var after = context.States.Replay(snapshot.Table, [changes], version);
            context.Snapshots.Offer(after);
            yield return new(context.Name, TransactionKind.Commit, snapshot.Revision, after, changes);
            snapshot = after;
        }

        if (snapshot is not null && snapshot.Revision != target) yield return await MoveAsync(snapshot, target, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<RegistryTransaction> MoveAsync(RegistrySnapshot snapshot, long to, CancellationToken cancellationToken)
    {
        var after = await context.States.ReachAsync(versions, snapshot, to, cancellationToken).ConfigureAwait(false);
        return new(context.Name, TransactionKind.Checkout, snapshot.Revision, after, ChangeSet.BuildDelta(snapshot, after, context.Options.Dependencies));
    }
}
