using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Contract;

public static partial class HistoryPromises
{
    public static async Task A_repeated_commit_counts_as_appended(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var version = Next(default);
        var first = await history.AppendAsync(Shop, default, [version], cancellationToken);

        Assert.Equal(first, await history.AppendAsync(Shop, default, [version], cancellationToken));
        Assert.Equal(first.Head, await history.GetHeadAsync(Shop, cancellationToken));
    }

    public static async Task A_repeated_commit_counts_as_appended_when_others_followed(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var version = Next(default);
        await history.AppendAsync(Shop, default, [version], cancellationToken);
        var head = await FillAsync(history, 3, cancellationToken);

        var repeated = await history.AppendAsync(Shop, default, [version], cancellationToken);
        Assert.Equal(new AppendOutcome(true, head), repeated);
        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
        Assert.Equal(4, (await ReadAllAsync(history, 0, long.MaxValue, cancellationToken)).Count);
    }

    public static async Task A_repeated_batch_counts_as_appended_when_all_of_it_is_there(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var versions = Several(default, 3);
        var first = await history.AppendAsync(Shop, default, versions, cancellationToken);
        Assert.Equal(first, await history.AppendAsync(Shop, default, versions, cancellationToken));
        Assert.Equal(first, await history.AppendAsync(Shop, default, versions[..2], cancellationToken));

        // Only a part of this one is there, so it is another commit.
        var longer = Several(first.Head, 1);
        Assert.Equal(first with { IsAppended = false }, await history.AppendAsync(Shop, default, [.. versions, .. longer], cancellationToken));
        Assert.Equal(3, (await ReadAllAsync(history, 0, long.MaxValue, cancellationToken)).Count);
    }

    public static async Task Other_content_under_a_commit_id_is_not_appended(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var commitId = Guid.NewGuid();
        var first = await history.AppendAsync(Shop, default, [Next(default, commitId: commitId)], cancellationToken);

        var other = await history.AppendAsync(Shop, default, [Next(default, commitId: commitId, actor: "somebody else")], cancellationToken);
        Assert.Equal(first with { IsAppended = false }, other);
        Assert.Equal(first.Head, await history.GetHeadAsync(Shop, cancellationToken));
    }

    public static async Task A_commit_id_belongs_to_one_version(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        var commitId = Guid.NewGuid();
        await history.AppendAsync(Shop, default, [Next(default, commitId: commitId)], cancellationToken);
        var head = await FillAsync(history, 1, cancellationToken);

        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await history.AppendAsync(Shop, head, [Next(head, commitId: commitId)], cancellationToken));
        Assert.Equal(head, await history.GetHeadAsync(Shop, cancellationToken));
        Assert.Equal(2, (await ReadAllAsync(history, 0, long.MaxValue, cancellationToken)).Count);
    }

    public static async Task Of_concurrent_appends_one_wins_each_revision(HistoryStore store, CancellationToken cancellationToken)
    {
        await using var history = await store.OpenAsync(cancellationToken);
        await AssertOneWinsAsync(store, [history], cancellationToken);
    }

    /// <summary>Writers that append to the same head at the same time, round by round: one wins each, and all learn where the head is.</summary>
    private static async Task AssertOneWinsAsync(HistoryStore store, IReadOnlyList<IRegistryHistory> histories, CancellationToken cancellationToken)
    {
        const int Writers = 8;
        const int Rounds = 12;
        var winners = new List<HistoryVersion>();
        var head = await histories[0].GetHeadAsync(Shop, cancellationToken);
        for (var round = 0; round < Rounds; round++)
        {
            var versions = Enumerable.Range(0, Writers).Select(writer => Next(head, actor: FormattableString.Invariant($"writer {writer}"))).ToArray();
            var attempts = versions.Select((version, writer) => Task.Run(async () => await histories[writer % histories.Count].AppendAsync(Shop, head, [version], cancellationToken), cancellationToken));
            var outcomes = await Task.WhenAll(attempts).WaitAsync(store.Patience, cancellationToken);

            var winner = Assert.Single(Enumerable.Range(0, Writers), writer => outcomes[writer].IsAppended);
            winners.Add(versions[winner]);
            head = outcomes[winner].Head;
            Assert.All(outcomes, outcome => Assert.Equal(head, outcome.Head));
        }

        AssertSame(winners, await ReadAllAsync(histories[0], 0, long.MaxValue, cancellationToken));
        var report = await HistoryVerifier.VerifyAsync(histories[0], Shop, cancellationToken);
        Assert.True(report.IsSound, report.ToString());
    }
}
