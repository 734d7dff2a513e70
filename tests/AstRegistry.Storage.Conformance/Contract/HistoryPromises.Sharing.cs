using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Contract;

public static partial class HistoryPromises
{
    public static async Task Two_histories_see_the_same(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var one = await store.OpenAsync(cancellationToken);
        await using var other = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(one, 3, cancellationToken);
        await one.WriteCheckpointAsync(Shop, Checkpoint(2, 1 << 19), cancellationToken);
        await one.AcknowledgeAsync(Shop, "mailer", 2, cancellationToken);

        Assert.Equal(head, await other.GetHeadAsync(Shop, cancellationToken));
        AssertSame(await ReadAllAsync(one, 0, 3, cancellationToken), await ReadAllAsync(other, 0, 3, cancellationToken));
        Assert.Equal(1 << 19, (await other.ReadCheckpointAsync(Shop, 2, cancellationToken))?.Data.Length);
        Assert.Equal(2, (await other.GetAcknowledgementsAsync(Shop, cancellationToken))["mailer"]);
        head = await FillAsync(other, 1, cancellationToken);
        Assert.Equal(head, await one.GetHeadAsync(Shop, cancellationToken));
    }

    public static async Task Of_two_histories_one_wins_each_revision(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var one = await store.OpenAsync(cancellationToken);
        await using var other = await store.OpenAsync(cancellationToken);
        await AssertOneWinsAsync(store, [one, other], cancellationToken);
    }

    public static async Task A_watch_sees_what_another_history_did(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var one = await store.OpenAsync(cancellationToken);
        await using var other = await store.OpenAsync(cancellationToken);
        await using var watch = one.WatchAsync(Shop, default, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = watch.MoveNextAsync().AsTask();
        var head = await FillAsync(other, 1, cancellationToken);

        Assert.True(await next.WaitAsync(store.Patience, cancellationToken));
        Assert.Equal(head, watch.Current);
    }
}
