using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Contract;

public static partial class HistoryPromises
{
    public static async Task A_checkpoint_reads_back_as_it_was(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 3, cancellationToken);
        await AssertReadsBackAsync(history, Checkpoint(2, 100), cancellationToken);
        await AssertReadsBackAsync(history, Checkpoint(0, 10), cancellationToken);
    }

    public static async Task A_large_checkpoint_reads_back_as_it_was(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 3, cancellationToken);
        foreach (var size in new[] { (256 << 10) - 1, 256 << 10, (256 << 10) + 1, (5 << 20) + 7 }) await AssertReadsBackAsync(history, Checkpoint(3, size), cancellationToken);
    }

    public static async Task A_checkpoint_is_replaced_as_a_whole(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 3, cancellationToken);
        await AssertReadsBackAsync(history, Checkpoint(3, 1 << 20), cancellationToken);
        await AssertReadsBackAsync(history, Checkpoint(3, 17), cancellationToken);
        Assert.Equal([3], await history.ListCheckpointsAsync(Shop, cancellationToken));
    }

    public static async Task Checkpoints_are_listed_in_order(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 12, cancellationToken);
        foreach (var revision in new[] { 5, 2, 11, 9 }) await history.WriteCheckpointAsync(Shop, Checkpoint(revision, 10), cancellationToken);

        Assert.Equal([2, 5, 9, 11], await history.ListCheckpointsAsync(Shop, cancellationToken));
    }

    public static async Task A_missing_checkpoint_is_null(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        Assert.Null(await history.ReadCheckpointAsync(Shop, 1, cancellationToken));
        await FillAsync(history, 3, cancellationToken);
        if (history.CanRewind) await history.WriteCheckpointAsync(Shop, Checkpoint(2, 10), cancellationToken);

        Assert.Null(await history.ReadCheckpointAsync(Shop, 1, cancellationToken));
        Assert.Null(await history.ReadCheckpointAsync(Shop, 3, cancellationToken));
        Assert.Null(await history.ReadCheckpointAsync("another", 2, cancellationToken));
    }

    public static async Task A_checkpoint_of_an_unknown_version_is_refused(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 3, cancellationToken);

        foreach (var unknown in new[] { -1, 4 })
        {
            await AssertFaultAsync(HistoryFault.UnknownVersion, async () => await history.WriteCheckpointAsync(Shop, Checkpoint(unknown, 10), cancellationToken));
        }

        Assert.Empty(await history.ListCheckpointsAsync(Shop, cancellationToken));
    }

    public static async Task A_checkpoint_leaves_the_head_alone(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 3, cancellationToken);
        await history.WriteCheckpointAsync(Shop, Checkpoint(2, 10), cancellationToken);

        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
    }

    private static HistoryCheckpoint Checkpoint(long revision, int size)
    {
        var data = new byte[size];
        new Random(size).NextBytes(data);
        return new(revision, data);
    }

    private static async Task AssertReadsBackAsync(IRegistryHistory history, HistoryCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        await history.WriteCheckpointAsync(Shop, checkpoint, cancellationToken);
        var read = await history.ReadCheckpointAsync(Shop, checkpoint.Revision, cancellationToken);

        Assert.NotNull(read);
        Assert.Equal(checkpoint.Revision, read.Revision);
        Assert.True(checkpoint.Data.Span.SequenceEqual(read.Data.Span), $"The checkpoint of {checkpoint.Data.Length} bytes reads back as {read.Data.Length} others.");
    }
}
