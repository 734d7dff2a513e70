using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Contract;

public static partial class HistoryPromises
{
    public static async Task A_registry_begins_empty(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);

        Assert.Equal(default, await history.GetHeadAsync(Shop, cancellationToken));
        Assert.Empty(await ReadAllAsync(history, 0, long.MaxValue, cancellationToken));
        Assert.Empty(await history.ListCheckpointsAsync(Shop, cancellationToken));
        Assert.Empty(await history.GetAcknowledgementsAsync(Shop, cancellationToken));
    }

    public static async Task An_append_moves_the_head(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var first = Next(default);
        var outcome = await history.AppendAsync(Shop, default, [first], cancellationToken);

        Assert.True(outcome.IsAppended);
        Assert.Equal(new HistoryHead(1, 1, 1, 0, first.Hash), outcome.Head);
        Assert.Equal(outcome.Head, await history.GetHeadAsync(Shop, cancellationToken));
        var second = Next(outcome.Head);
        outcome = await history.AppendAsync(Shop, outcome.Head, [second], cancellationToken);
        Assert.True(outcome.IsAppended);
        Assert.Equal(new HistoryHead(2, 2, 2, 0, second.Hash), outcome.Head);
        Assert.Equal(outcome.Head, await history.GetHeadAsync(Shop, cancellationToken));
    }

    public static async Task An_appended_version_reads_back_as_it_was(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var version = Next(default, actor: "Zoë 'the \"admin\"'; \\ 名前 🦉\n--");
        await history.AppendAsync(Shop, default, [version], cancellationToken);
        AssertSame(version, await history.ReadAsync(Shop, 1, cancellationToken));

        var nobody = Next(await history.GetHeadAsync(Shop, cancellationToken), actor: "");
        await history.AppendAsync(Shop, await history.GetHeadAsync(Shop, cancellationToken), [nobody], cancellationToken);
        AssertSame(nobody, await history.ReadAsync(Shop, 2, cancellationToken));
    }

    public static async Task A_large_version_reads_back_as_it_was(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var version = Next(default, dataSize: (1 << 20) + 1);
        await history.AppendAsync(Shop, default, [version], cancellationToken);

        AssertSame(version, await history.ReadAsync(Shop, 1, cancellationToken));
        AssertSame([version], await ReadAllAsync(history, 0, 1, cancellationToken));
    }

    public static async Task Several_versions_are_appended_at_once(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var versions = Several(default, 5);
        var outcome = await history.AppendAsync(Shop, default, versions, cancellationToken);

        Assert.True(outcome.IsAppended);
        Assert.Equal(new HistoryHead(5, 5, 1, 0, versions[4].Hash), outcome.Head);
        Assert.Equal(outcome.Head, await history.GetHeadAsync(Shop, cancellationToken));
        AssertSame(versions, await ReadAllAsync(history, 0, 5, cancellationToken));
    }

    public static async Task A_stale_head_appends_nothing(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var winner = Next(default);
        await history.AppendAsync(Shop, default, [winner], cancellationToken);
        var outcome = await history.AppendAsync(Shop, default, [Next(default)], cancellationToken);

        Assert.False(outcome.IsAppended);
        Assert.Equal(new HistoryHead(1, 1, 1, 0, winner.Hash), outcome.Head);
        Assert.Equal(outcome.Head, await history.GetHeadAsync(Shop, cancellationToken));
        if (history.CanRewind) AssertSame([winner], await ReadAllAsync(history, 0, long.MaxValue, cancellationToken));
    }

    public static async Task A_batch_on_a_stale_head_appends_none_of_it(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var winner = Next(default);
        await history.AppendAsync(Shop, default, [winner], cancellationToken);
        var outcome = await history.AppendAsync(Shop, default, Several(default, 3), cancellationToken);

        Assert.False(outcome.IsAppended);
        Assert.Equal(new HistoryHead(1, 1, 1, 0, winner.Hash), outcome.Head);
        AssertSame([winner], await ReadAllAsync(history, 0, long.MaxValue, cancellationToken));
    }

    public static async Task A_head_that_moved_away_and_back_is_stale(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var before = await FillAsync(history, 2, cancellationToken);
        var away = await history.MoveAsync(Shop, before, 1, cancellationToken);
        var back = await history.MoveAsync(Shop, away.Head, 2, cancellationToken);

        var append = await history.AppendAsync(Shop, before, [Next(before)], cancellationToken);
        Assert.False(append.IsAppended);
        Assert.Equal(back.Head, append.Head);
        Assert.False((await history.MoveAsync(Shop, before, 1, cancellationToken)).IsAppended);
        Assert.Equal(back.Head, await history.GetHeadAsync(Shop, cancellationToken));
    }

    public static async Task Versions_that_do_not_follow_the_head_are_refused(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 2, cancellationToken);

        foreach (var wrong in new[] { head with { Revision = 0 }, head with { Revision = 1 }, head with { Revision = 3 } })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await history.AppendAsync(Shop, head, [Next(wrong)], cancellationToken));
        }

        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
    }

    public static async Task A_batch_with_a_gap_is_refused_as_a_whole(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 1, cancellationToken);
        var versions = Several(head, 4);

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await history.AppendAsync(Shop, head, [versions[0], versions[1], versions[3]], cancellationToken));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await history.AppendAsync(Shop, head, [versions[0], versions[0]], cancellationToken));
        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
        if (history.CanRewind) Assert.Single(await ReadAllAsync(history, 0, long.MaxValue, cancellationToken));
    }

    public static async Task No_versions_are_refused(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await history.AppendAsync(Shop, default, [], cancellationToken));
        Assert.Equal(default, await history.GetHeadAsync(Shop, cancellationToken));
    }

    public static async Task A_version_may_have_any_earlier_parent(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var head = await FillAsync(history, 3, cancellationToken);
        foreach (var parent in new long[] { 1, 0, 3 })
        {
            var branch = Next(head, parent);
            head = (await history.AppendAsync(Shop, head, [branch], cancellationToken)).Head;
            Assert.Equal(parent, (await history.ReadAsync(Shop, head.Revision, cancellationToken)).Version.Parent);
        }

        Assert.Equal(6, head.Current);
    }
}
