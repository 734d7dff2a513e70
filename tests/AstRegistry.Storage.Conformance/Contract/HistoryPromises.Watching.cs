using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Contract;

public static partial class HistoryPromises
{
    public static async Task A_watch_wakes_on_an_append(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await using var watch = history.WatchAsync(Shop, default, cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var i = 0; i < 3; i++)
        {
            var next = watch.MoveNextAsync().AsTask();
            Assert.False(next.IsCompleted, "A head came before there was one.");
            var head = await FillAsync(history, 1, cancellationToken);
            Assert.True(await next.WaitAsync(store.Patience, cancellationToken));
            Assert.Equal(head, watch.Current);
        }
    }

    public static async Task A_watch_wakes_on_a_move(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 3, cancellationToken);
        await using var watch = history.WatchAsync(Shop, head, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = watch.MoveNextAsync().AsTask();
        head = (await history.MoveAsync(Shop, head, 1, cancellationToken)).Head;

        Assert.True(await next.WaitAsync(store.Patience, cancellationToken));
        Assert.Equal(head, watch.Current);
    }

    public static async Task A_watch_that_is_behind_sees_the_head_at_once(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 1, cancellationToken);
        var head = await FillAsync(history, 1, cancellationToken);
        await using var watch = history.WatchAsync(Shop, default, cancellationToken).GetAsyncEnumerator(cancellationToken);

        Assert.True(await watch.MoveNextAsync().AsTask().WaitAsync(store.Patience, cancellationToken));
        while (watch.Current.Epoch < head.Epoch) Assert.True(await watch.MoveNextAsync().AsTask().WaitAsync(store.Patience, cancellationToken));
        Assert.Equal(head, watch.Current);
    }

    public static async Task A_watch_goes_forward_to_the_last_head(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await using var watch = history.WatchAsync(Shop, default, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var last = await FillAsync(history, 1, cancellationToken);
        Assert.True(await watch.MoveNextAsync().AsTask().WaitAsync(store.Patience, cancellationToken));
        Assert.Equal(last, watch.Current);
        for (var i = 0; i < 100; i++) last = await FillAsync(history, 1, cancellationToken);

        for (var seen = watch.Current; seen != last; seen = watch.Current)
        {
            Assert.True(await watch.MoveNextAsync().AsTask().WaitAsync(store.Patience, cancellationToken));
            Assert.InRange(watch.Current.Epoch, seen.Epoch + 1, last.Epoch);
        }
    }

    public static async Task A_watch_is_of_one_registry(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await using var watch = history.WatchAsync(Shop, default, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = watch.MoveNextAsync().AsTask();
        await FillAsync(history, 2, cancellationToken, "another");
        var head = await FillAsync(history, 1, cancellationToken);

        Assert.True(await next.WaitAsync(store.Patience, cancellationToken));
        Assert.Equal(head, watch.Current);
    }

    public static async Task A_watch_ends_when_cancelled(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var watch = history.WatchAsync(Shop, default, cancelling.Token).GetAsyncEnumerator(cancelling.Token);
        var next = watch.MoveNextAsync().AsTask();
        await cancelling.CancelAsync();

        await AssertEndsAsync(next, store, cancellationToken);
        await FillAsync(history, 1, cancellationToken);
    }

    public static async Task A_watch_ends_when_the_history_is_disposed(HistoryStore store, CancellationToken cancellationToken)
    {
        var history = await store.OpenAsync(cancellationToken);
        await using var watch = history.WatchAsync(Shop, default, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var next = watch.MoveNextAsync().AsTask();
        await history.DisposeAsync();

        await AssertEndsAsync(next, store, cancellationToken);
    }

    /// <summary>An enumeration ends by saying so or by an exception that says why; it must not go on or hang.</summary>
    private static async Task AssertEndsAsync(Task<bool> next, HistoryStore store, CancellationToken cancellationToken)
    {
        try
        {
            Assert.False(await next.WaitAsync(store.Patience, cancellationToken), "The watch went on.");
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            Assert.False(cancellationToken.IsCancellationRequested);
        }
    }
}
