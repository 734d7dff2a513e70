using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Contract;

public static partial class HistoryPromises
{
    public static async Task Moving_changes_the_current_version_alone(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 3, cancellationToken);
        var outcome = await history.MoveAsync(Shop, head, 1, cancellationToken);

        Assert.Equal(new AppendOutcome(true, head with { Current = 1, Epoch = head.Epoch + 1 }), outcome);
        Assert.Equal(outcome.Head, await history.GetHeadAsync(Shop, cancellationToken));
        Assert.Equal(3, (await ReadAllAsync(history, 0, long.MaxValue, cancellationToken)).Count);
    }

    public static async Task Moving_with_a_stale_head_changes_nothing(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var stale = await FillAsync(history, 2, cancellationToken);
        var head = await FillAsync(history, 1, cancellationToken);

        Assert.Equal(new AppendOutcome(false, head), await history.MoveAsync(Shop, stale, 1, cancellationToken));
        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
    }

    public static async Task Moving_to_an_unknown_version_is_refused(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 2, cancellationToken);

        foreach (var unknown in new[] { -1, 3, long.MaxValue })
        {
            await AssertFaultAsync(HistoryFault.UnknownVersion, async () => await history.MoveAsync(Shop, head, unknown, cancellationToken));
        }

        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
    }

    public static async Task Moving_back_to_the_empty_registry(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 2, cancellationToken);
        var outcome = await history.MoveAsync(Shop, head, 0, cancellationToken);

        Assert.True(outcome.IsAppended);
        Assert.Equal(0, outcome.Head.Current);
        Assert.Equal(2, outcome.Head.Revision);
    }

    public static async Task An_append_after_going_back_follows_the_last_revision(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 3, cancellationToken);
        head = (await history.MoveAsync(Shop, head, 1, cancellationToken)).Head;
        var branch = Next(head);
        var outcome = await history.AppendAsync(Shop, head, [branch], cancellationToken);

        Assert.Equal(new AppendOutcome(true, new(4, 4, head.Epoch + 1, 0, branch.Hash)), outcome);
        Assert.Equal(1, (await history.ReadAsync(Shop, 4, cancellationToken)).Version.Parent);
        Assert.Equal(4, (await ReadAllAsync(history, 0, long.MaxValue, cancellationToken)).Count);
    }

    public static async Task Going_back_is_refused_without_versions(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 3, cancellationToken);

        var exception = await AssertFaultAsync(HistoryFault.CannotRewind, async () => await history.MoveAsync(Shop, head, 1, cancellationToken));
        Assert.Contains(Shop, exception.Message, StringComparison.Ordinal);
        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
    }

    public static async Task Reading_is_refused_without_versions(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 3, cancellationToken);

        await AssertFaultAsync(HistoryFault.CannotRewind, async () => await history.ReadAsync(Shop, 2, cancellationToken));
        await AssertFaultAsync(HistoryFault.CannotRewind, async () => await ReadAllAsync(history, 0, 3, cancellationToken));
        await AssertFaultAsync(HistoryFault.CannotRewind, async () => await history.WriteCheckpointAsync(Shop, new(1, new byte[] { 1 }), cancellationToken));
    }
}
