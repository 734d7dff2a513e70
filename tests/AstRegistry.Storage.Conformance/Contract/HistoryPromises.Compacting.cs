using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Contract;

public static partial class HistoryPromises
{
    public static async Task Compaction_takes_versions_away(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 6, cancellationToken);
        await history.CompactAsync(Shop, 3, [], cancellationToken);

        foreach (var revision in new[] { 1, 3 })
        {
            var exception = await Assert.ThrowsAsync<CompactedException>(async () => await history.ReadAsync(Shop, revision, cancellationToken));
            Assert.Equal((HistoryFault.Compacted, revision, 3), (exception.Fault, exception.Revision, exception.CompactedRevision));
        }
    }

    public static async Task Compaction_leaves_later_versions(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var versions = Several(default, 6);
        await history.AppendAsync(Shop, default, versions, cancellationToken);
        await history.CompactAsync(Shop, 3, [], cancellationToken);

        AssertSame(versions[3..], await ReadAllAsync(history, 3, long.MaxValue, cancellationToken));
        AssertSame(versions[3], await history.ReadAsync(Shop, 4, cancellationToken));
    }

    public static async Task A_range_that_begins_in_the_compacted_part_is_refused(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 6, cancellationToken);
        await history.CompactAsync(Shop, 3, [], cancellationToken);

        foreach (var (after, through) in new (long, long)[] { (0, 2), (2, 3), (2, 6), (0, long.MaxValue) })
        {
            var exception = await Assert.ThrowsAsync<CompactedException>(async () => await ReadAllAsync(history, after, through, cancellationToken));
            Assert.Equal((after + 1, 3), (exception.Revision, exception.CompactedRevision));
        }

        Assert.Empty(await ReadAllAsync(history, 2, 2, cancellationToken));
    }

    public static async Task Compaction_leaves_revision_hash_and_current(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 6, cancellationToken);
        head = (await history.MoveAsync(Shop, head, 5, cancellationToken)).Head;
        await history.CompactAsync(Shop, 3, [], cancellationToken);

        Assert.Equal(head with { CompactedRevision = 3, Epoch = head.Epoch + 1 }, await history.GetHeadAsync(Shop, cancellationToken));
    }

    public static async Task Compaction_takes_checkpoints_before_it(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 6, cancellationToken);
        foreach (var revision in new[] { 1, 2, 3, 5 }) await history.WriteCheckpointAsync(Shop, Checkpoint(revision, (1 << 19) + revision), cancellationToken);
        await history.CompactAsync(Shop, 3, [], cancellationToken);

        Assert.Equal([3, 5], await history.ListCheckpointsAsync(Shop, cancellationToken));
        Assert.Null(await history.ReadCheckpointAsync(Shop, 2, cancellationToken));
        Assert.Equal((1 << 19) + 3, (await history.ReadCheckpointAsync(Shop, 3, cancellationToken))?.Data.Length);
    }

    public static async Task Compaction_keeps_the_checkpoints_it_is_told_to(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 6, cancellationToken);
        foreach (var revision in new[] { 0, 1, 2, 4 }) await history.WriteCheckpointAsync(Shop, Checkpoint(revision, 10 + revision), cancellationToken);
        await history.CompactAsync(Shop, 4, [1, 3, 99], cancellationToken);

        Assert.Equal([1, 4], await history.ListCheckpointsAsync(Shop, cancellationToken));
        Assert.Equal(11, (await history.ReadCheckpointAsync(Shop, 1, cancellationToken))?.Data.Length);
    }

    public static async Task Compaction_through_the_current_version_is_refused(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 6, cancellationToken);
        if (history.CanRewind) head = (await history.MoveAsync(Shop, head, 4, cancellationToken)).Head;

        foreach (var through in new[] { head.Current, head.Revision, long.MaxValue })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await history.CompactAsync(Shop, through, [], cancellationToken));
        }

        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
        if (history.CanRewind) Assert.Equal(6, (await ReadAllAsync(history, 0, long.MaxValue, cancellationToken)).Count);
    }

    public static async Task Compacting_less_than_before_changes_nothing(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 6, cancellationToken);
        await history.CompactAsync(Shop, 0, [], cancellationToken);
        Assert.Equal(6, (await ReadAllAsync(history, 0, long.MaxValue, cancellationToken)).Count);
        await history.CompactAsync(Shop, 3, [], cancellationToken);
        var head = await history.GetHeadAsync(Shop, cancellationToken);

        await history.CompactAsync(Shop, 3, [], cancellationToken);
        await history.CompactAsync(Shop, 1, [], cancellationToken);
        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
        Assert.Equal(3, (await ReadAllAsync(history, 3, long.MaxValue, cancellationToken)).Count);
    }

    public static async Task A_compacted_history_goes_on(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 6, cancellationToken);
        await history.CompactAsync(Shop, 5, [], cancellationToken);
        var head = await FillAsync(history, 3, cancellationToken);
        await history.CompactAsync(Shop, 7, [], cancellationToken);

        Assert.Equal((9, 9, 7), ((await history.GetHeadAsync(Shop, cancellationToken)).Revision, head.Current, (await history.GetHeadAsync(Shop, cancellationToken)).CompactedRevision));
        Assert.Equal([8, 9], (await ReadAllAsync(history, 7, 9, cancellationToken)).Select(static version => version.Version.Revision));
        Assert.True((await HistoryVerifier.VerifyAsync(history, Shop, cancellationToken)).IsSound);
    }

    public static async Task Moving_to_a_compacted_version_is_refused(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await FillAsync(history, 6, cancellationToken);
        await history.CompactAsync(Shop, 3, [], cancellationToken);
        var head = await history.GetHeadAsync(Shop, cancellationToken);

        foreach (var gone in new[] { 0, 1, 3 })
        {
            var exception = await Assert.ThrowsAsync<CompactedException>(async () => await history.MoveAsync(Shop, head, gone, cancellationToken));
            Assert.Equal(3, exception.CompactedRevision);
        }

        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
        Assert.True((await history.MoveAsync(Shop, head, 4, cancellationToken)).IsAppended);
    }
}
