using AstRegistry.Runtime.Tests.Transactions;
using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Registry;

/// <summary>Two registries over one history, as two processes would have.</summary>
public sealed class SharedHistoryTests : IAsyncDisposable
{
    private readonly MemoryHistory _history = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _history.DisposeAsync();

    [Fact]
    public async Task One_follows_the_other()
    {
        await using var left = await OpenAsync(follows: true);
        await using var right = await OpenAsync(follows: true);
        var handler = new LoggingHandler();
        right.Handle("all", "**", handler);
        using var log = new BusLog(right);

        await Done(left.CommitAsync(Create("a"), null, Token));
        await Done(left.CommitAsync(Update("a", 1), null, Token));
        await Done(left.CheckoutAsync(1, Token));
        await Done(left.CommitAsync(Create("b"), null, Token));
        await Reaches(right, 3);

        Assert.Equal("a=0 b=0", Text(right.Current));
        Assert.Equal(left.Head, right.Head);

        // Going to and fro may be seen as one; the last commit and the path of states are the same.
        await Done(right.CommitAsync(ChangeSet.Empty, null, Token));
        Assert.Equal("Commit 1→3: Create shop:b remote", handler.Log.Last());
        Assert.Equal("registry.commit: Commit", (await log.TakeAsync()).Last());
    }

    [Fact]
    public async Task A_commit_that_was_overtaken_is_held_to_the_newer_entries_and_made()
    {
        await using var left = await OpenAsync();
        await using var right = await OpenAsync();
        var (asked, told) = (new LoggingHandler(), new LoggingHandler());
        right.Handle("types", "type", asked);
        right.Handle("functions", "function", told);
        await Done(left.CommitAsync(Create("a"), null, Token));
        await Done(left.CommitAsync(Update("a", 1), null, Token));

        var done = await Done(right.CommitAsync(new(RegistryOperation.Create(Entry("t", kind: "type"))), null, Token));

        Assert.Equal((3, 2), (done.Version.Revision, done.Version.Parent));
        Assert.Equal("a=1 t=0", Text(right.Current));
        Assert.Equal(["begin", "Create shop:t", "inverse: Delete shop:t", "discard", "begin", "Create shop:t", "Commit 2→3: Create shop:t"], asked.Log);
        Assert.Equal(["Commit 0→1: Create shop:a remote", "Commit 1→2: Update shop:a remote"], told.Log);
    }

    [Fact]
    public async Task Grouped_commits_that_were_overtaken_are_made()
    {
        await using var left = await OpenAsync();
        await using var right = await OpenAsync();
        await Done(left.CommitAsync(Create("a"), null, Token));

        var commits = await Task.WhenAll(right.CommitAsync(Create("b"), null, Token), right.CommitAsync(Create("a"), null, Token), right.CommitAsync(Create("c"), null, Token));

        Assert.True(commits[0].IsCommitted && commits[2].IsCommitted);
        Assert.Equal(["shop:a: AlreadyExists"], Assert.IsType<CommitOutcome.Conflict>(commits[1]).Keys.Select(static key => key.ToString()));
        Assert.Equal("a=0 b=0 c=0", Text(right.Current));
    }

    [Fact]
    public async Task What_no_longer_fits_is_a_conflict()
    {
        await using var left = await OpenAsync();
        await using var right = await OpenAsync();
        await Done(left.CommitAsync(Create("a"), null, Token));

        var conflict = Assert.IsType<CommitOutcome.Conflict>(await right.CommitAsync(Create("a"), null, Token));

        Assert.Equal("shop:a: AlreadyExists", conflict.Keys.Single().ToString());
        Assert.Equal("a=0", Text(right.Current));
    }

    [Fact]
    public async Task A_conflict_with_outdated_entries_is_none()
    {
        await using var left = await OpenAsync();
        await using var right = await OpenAsync();
        await Done(left.CommitAsync(Create("a"), null, Token));
        Assert.Equal(0, right.Current.Revision);

        // Right does not know yet that there is an entry to update.
        await Done(right.CommitAsync(Update("a", 5), null, Token));

        Assert.Equal("a=5", Text(right.Current));
    }

    [Fact]
    public async Task Who_is_overtaken_every_time_gives_up_at_last()
    {
        await using var left = await OpenAsync();
        var proxy = new HistoryProxy(_history);
        await using var right = await VersionedRegistry.OpenAsync(new() { History = proxy, FollowsOthers = false, CommitRetries = 3 }, Token);
        var count = 0;
        proxy.BeforeAppend = async _ => await Done(left.CommitAsync(Create($"l{count++}"), null, Token));
        var handler = new LoggingHandler();

        Assert.Empty(Assert.IsType<CommitOutcome.Conflict>(await right.CommitAsync(Create("r"), null, Token)).Keys);
        Assert.Equal(4, proxy.Appends.Count);
        Assert.Equal(4, right.Current.Revision);

        right.Handle("all", "**", handler);
        Assert.Empty(Assert.IsType<CommitOutcome.Conflict>(await right.CommitAsync(Create("r"), null, Token)).Keys);
        Assert.Equal(8, proxy.Appends.Count);
        Assert.Equal(4, handler.Log.Count(static line => line == "discard"));
        proxy.BeforeAppend = static _ => Task.CompletedTask;
        await Done(right.CommitAsync(Create("r"), null, Token));
    }

    [Fact]
    public async Task A_checkout_that_was_overtaken_is_made()
    {
        await using var left = await OpenAsync();
        await using var right = await OpenAsync();
        await Done(left.CommitAsync(Create("a"), null, Token));
        await Done(right.CommitAsync(Create("b"), null, Token));
        await Done(left.CommitAsync(Create("c"), null, Token));

        await Done(right.CheckoutAsync(1, Token));

        Assert.Equal("a=0", Text(right.Current));
        Assert.Equal(3, right.Head.Revision);
        Assert.Equal((1, 3), (Parent: (await Done(left.CommitAsync(Create("d"), null, Token))).Version.Parent, left.Head.Revision - 1));
        Assert.Equal("a=0 d=0", Text(left.Current));
    }

    [Fact]
    public async Task Commits_of_many_are_all_there_and_in_one_order()
    {
        await using var left = await OpenAsync(follows: true);
        await using var right = await OpenAsync(follows: true);
        VersionedRegistry[] both = [left, right];

        var commits = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => both[i % 2].CommitAsync(Create($"e{i}"), null, Token), Token)));

        Assert.All(commits, static outcome => Assert.True(outcome.IsCommitted));
        await Reaches(left, 200);
        await Reaches(right, 200);
        Assert.Equal(200, left.Current.Count);
        Assert.Equal(Text(left.Current), Text(right.Current));
        Assert.Equal(Enumerable.Range(1, 200).Select(static i => (long)i), commits.Select(static outcome => ((CommitOutcome.Committed)outcome).Version.Revision).Order());
    }

    [Fact]
    public async Task One_that_was_left_behind_by_a_compaction_begins_anew()
    {
        await using var left = await OpenAsync();
        await using var right = await OpenAsync();
        var handler = new LoggingHandler();
        right.Handle("all", "**", handler);
        await Done(right.CommitAsync(Create("a"), null, Token));
        for (var i = 0; i < 5; i++) await Done(left.CommitAsync(Create($"e{i}"), null, Token));
        await left.CompactAsync(4, Token);

        await Done(right.CommitAsync(Delete("e0"), null, Token));

        Assert.Equal("a=0 e1=0 e2=0 e3=0 e4=0", Text(right.Current));
        Assert.Contains("Checkout 1→6: Create shop:e0, Create shop:e1, Create shop:e2, Create shop:e3, Create shop:e4 remote", handler.Log);
        await Assert.ThrowsAsync<CompactedException>(async () => await right.LoadStateAsync(1, Token));
        Assert.True((await right.VerifyAsync(Token)).IsSound);
    }

    [Fact]
    public async Task A_history_without_versions_is_for_one_alone()
    {
        await using var none = new NoHistory();
        await using var left = await VersionedRegistry.OpenAsync(new() { History = none }, Token);
        await using var right = await VersionedRegistry.OpenAsync(new() { History = none }, Token);
        await Done(left.CommitAsync(Create("a"), null, Token));

        Assert.Equal(HistoryFault.CannotRewind, (await Assert.ThrowsAsync<HistoryException>(() => right.CommitAsync(Create("b"), null, Token))).Fault);
    }

    private static async Task Reaches(VersionedRegistry registry, long revision)
    {
        var seen = registry.WatchAsync(Token);
        if (registry.Current.Revision >= revision) return;
        await foreach (var snapshot in seen)
        {
            if (snapshot.Revision >= revision) return;
        }
    }

    private Task<VersionedRegistry> OpenAsync(bool follows = false) => VersionedRegistry.OpenAsync(new() { History = _history, FollowsOthers = follows }, Token);
}
