using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Contract;

public static partial class HistoryPromises
{
    public static async Task What_is_cancelled_before_it_begins_leaves_nothing(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 3, cancellationToken);
        var cancelled = new CancellationToken(canceled: true);
        Func<Task>[] attempts =
        [
            async () => await history.AppendAsync(Shop, head, [Next(head)], cancelled),
            async () => await history.MoveAsync(Shop, head, 1, cancelled),
            async () => await history.WriteCheckpointAsync(Shop, Checkpoint(1, 10), cancelled),
            async () => await history.CompactAsync(Shop, 1, [], cancelled),
            async () => await history.AcknowledgeAsync(Shop, "mailer", 1, cancelled),
        ];
        foreach (var attempt in attempts) await Assert.ThrowsAnyAsync<OperationCanceledException>(attempt);

        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
        Assert.Equal(3, (await ReadAllAsync(history, 0, long.MaxValue, cancellationToken)).Count);
        Assert.Empty(await history.ListCheckpointsAsync(Shop, cancellationToken));
        Assert.Empty(await history.GetAcknowledgementsAsync(Shop, cancellationToken));
    }

    public static async Task A_disposed_history_refuses_everything(HistoryStore store, CancellationToken cancellationToken)
    {
        var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 2, cancellationToken);
        await history.DisposeAsync();
        Func<Task>[] attempts =
        [
            async () => await history.GetHeadAsync(Shop, cancellationToken),
            async () => await history.AppendAsync(Shop, head, [Next(head)], cancellationToken),
            async () => await history.MoveAsync(Shop, head, 1, cancellationToken),
            async () => await history.ReadAsync(Shop, 1, cancellationToken),
            async () => await ReadAllAsync(history, 0, 2, cancellationToken),
            async () => await history.ListCheckpointsAsync(Shop, cancellationToken),
            async () => await history.ReadCheckpointAsync(Shop, 1, cancellationToken),
            async () => await history.WriteCheckpointAsync(Shop, Checkpoint(1, 10), cancellationToken),
            async () => await history.CompactAsync(Shop, 1, [], cancellationToken),
            async () => await history.AcknowledgeAsync(Shop, "mailer", 1, cancellationToken),
            async () => await history.GetAcknowledgementsAsync(Shop, cancellationToken),
            async () => await history.WatchAsync(Shop, default, cancellationToken).GetAsyncEnumerator(cancellationToken).MoveNextAsync(),
        ];
        foreach (var attempt in attempts) await Assert.ThrowsAsync<ObjectDisposedException>(attempt);
    }

    public static async Task Disposing_twice_is_harmless(HistoryStore store, CancellationToken cancellationToken)
    {
        var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 1, cancellationToken);
        await history.DisposeAsync();
        await history.DisposeAsync();
        await (await store.OpenAsync(cancellationToken)).DisposeAsync();
    }

    public static async Task Versions_are_there_after_reopening(HistoryStore store, CancellationToken cancellationToken)
    {
        var versions = Several(default, 5);
        await ReopenAsync(
            store,
            async history => await history.AppendAsync(Shop, default, versions, cancellationToken),
            async history => AssertSame(versions, await ReadAllAsync(history, 0, long.MaxValue, cancellationToken)),
            cancellationToken);
    }

    public static async Task The_head_is_there_after_reopening(HistoryStore store, CancellationToken cancellationToken)
    {
        HistoryHead head = default;
        await ReopenAsync(
            store,
            async history =>
            {
                head = await FillAsync(history, 5, cancellationToken);
                await history.CompactAsync(Shop, 2, [], cancellationToken);
                head = (await history.MoveAsync(Shop, await history.GetHeadAsync(Shop, cancellationToken), 4, cancellationToken)).Head;
                Assert.Equal((5, 4, 2), (head.Revision, head.Current, head.CompactedRevision));
            },
            async history =>
            {
                Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
                await Assert.ThrowsAsync<CompactedException>(async () => await history.ReadAsync(Shop, 2, cancellationToken));
                await FillAsync(history, 1, cancellationToken);
            },
            cancellationToken);
    }

    public static async Task Checkpoints_are_there_after_reopening(HistoryStore store, CancellationToken cancellationToken)
    {
        var checkpoint = Checkpoint(2, 1 << 20);
        await ReopenAsync(
            store,
            async history =>
            {
                await FillAsync(history, 3, cancellationToken);
                await history.WriteCheckpointAsync(Shop, checkpoint, cancellationToken);
            },
            async history =>
            {
                Assert.Equal([2], await history.ListCheckpointsAsync(Shop, cancellationToken));
                Assert.Equal(checkpoint.Data.ToArray(), (await history.ReadCheckpointAsync(Shop, 2, cancellationToken))?.Data.ToArray());
            },
            cancellationToken);
    }

    public static async Task Acknowledgements_are_there_after_reopening(HistoryStore store, CancellationToken cancellationToken) => await ReopenAsync(
        store,
        async history =>
        {
            await FillAsync(history, 3, cancellationToken);
            await history.AcknowledgeAsync(Shop, "mailer", 2, cancellationToken);
        },
        async history => Assert.Equal(2, (await history.GetAcknowledgementsAsync(Shop, cancellationToken))["mailer"]),
        cancellationToken);

    public static async Task A_repeated_commit_counts_as_appended_after_reopening(HistoryStore store, CancellationToken cancellationToken)
    {
        var version = Next(default);
        AppendOutcome first = default;
        await ReopenAsync(
            store,
            async history => first = await history.AppendAsync(Shop, default, [version], cancellationToken),
            async history =>
            {
                Assert.Equal(first, await history.AppendAsync(Shop, default, [version], cancellationToken));
                Assert.Single(await ReadAllAsync(history, 0, long.MaxValue, cancellationToken));
            },
            cancellationToken);
    }

    private static async Task ReopenAsync(HistoryStore store, Func<IRegistryHistory, Task> before, Func<IRegistryHistory, Task> after, CancellationToken cancellationToken)
    {
        await using (var history = await store.OpenAsync(cancellationToken)) await before(history);
        await using (var history = await store.OpenAsync(cancellationToken)) await after(history);
    }
}
