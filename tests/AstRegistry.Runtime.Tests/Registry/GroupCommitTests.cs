using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Registry;

/// <summary>Commits that wait together.</summary>
public sealed class GroupCommitTests : IAsyncLifetime
{
    private readonly MemoryHistory _memory = new();
    private readonly Events.Gate _gate = new();
    private HistoryProxy _history = null!;
    private VersionedRegistry _registry = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _history = new(_memory) { BeforeAppend = _ => _gate.PassAsync(static () => { }).AsTask() };
        _registry = await VersionedRegistry.OpenAsync(new() { History = _history }, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _registry.DisposeAsync();
        await _memory.DisposeAsync();
    }

    [Fact]
    public async Task Are_appended_together_each_with_its_own_outcome()
    {
        using var log = new Transactions.BusLog(_registry, "registry.(create|commit|update).**");
        var commits = await BehindAsync(Create("a"), Create("b"), Create("a"), Update("a", 1), Delete("nowhere"));

        Assert.Equal([1, 3], _history.Appends);
        Assert.Equal(["Committed 2", "Committed 3", "shop:a: AlreadyExists", "Committed 4", "shop:nowhere: Missing"], commits.Select(Describe));
        Assert.Equal("a=1 b=0 first=0", Text(_registry.Current));
        Assert.Equal([3, 2, 1, 0], _registry.Versions.LineOf(3).Select(static version => version.Revision));
        Assert.Equal(
            ["create.function: Create shop:first", "commit: Commit", "create.function: Create shop:a", "commit: Commit", "create.function: Create shop:b", "commit: Commit", "update.function: Update shop:a", "commit: Commit"],
            (await log.TakeAsync()).Select(static line => line["registry.".Length..]));
        for (var revision = 0; revision <= 4; revision++) Assert.Equal(revision, (await _registry.LoadStateAsync(revision, Token)).Revision);
        Assert.Equal("a=0 b=0 first=0", Text(await _registry.LoadStateAsync(3, Token)));
    }

    [Fact]
    public async Task Stop_at_one_that_concerns_a_handler()
    {
        var handler = new Transactions.LoggingHandler();
        _registry.Handle("types", "type", handler);

        var commits = await BehindAsync(Create("a"), Create("b"), new(RegistryOperation.Create(Entry("t", kind: "type"))), Create("c"), Create("d"));

        Assert.Equal([1, 2, 1, 2], _history.Appends);
        Assert.Equal(["Committed 2", "Committed 3", "Committed 4", "Committed 5", "Committed 6"], commits.Select(Describe));
        Assert.Equal(["begin", "Create shop:t", "Commit 3→4: Create shop:t"], handler.Log);
    }

    [Fact]
    public async Task Of_one_name_are_one()
    {
        var id = Guid.NewGuid();
        var first = _registry.CommitAsync(Create("first"), null, Token);
        await _gate.Reached.WaitAsync(Token);
        var twins = Enumerable.Range(0, 2).Select(_ => _registry.CommitAsync(Create("twin"), new() { CommitId = id }, Token)).ToArray();
        _gate.Open();
        await Done(first);

        Assert.Equal((2, 2), ((await Done(twins[0])).Version.Revision, (await Done(twins[1])).Version.Revision));
        Assert.Equal(2, _registry.Head.Revision);
    }

    [Fact]
    public async Task Fail_together_when_the_history_does_and_nothing_is_shown()
    {
        var first = _registry.CommitAsync(Create("first"), null, Token);
        await _gate.Reached.WaitAsync(Token);
        var second = _registry.CommitAsync(Create("a"), null, Token);
        var third = _registry.CommitAsync(Create("a"), null, Token);
        _history.BeforeAppend = static _ => throw new HistoryException(HistoryFault.Unavailable, "gone");
        _gate.Open();
        await Done(first);

        // The third one was a conflict with the second one only, which there has never been.
        await Assert.ThrowsAsync<HistoryException>(() => second);
        await Assert.ThrowsAsync<HistoryException>(() => third);
        Assert.Equal("first=0", Text(_registry.Current));
    }

    [Fact]
    public async Task Go_without_one_that_was_cancelled()
    {
        var first = _registry.CommitAsync(Create("first"), null, Token);
        await _gate.Reached.WaitAsync(Token);
        using var caller = new CancellationTokenSource();
        var second = _registry.CommitAsync(Create("a"), null, caller.Token);
        var third = _registry.CommitAsync(Create("b"), null, Token);
        await caller.CancelAsync();
        _gate.Open();

        Assert.IsType<CommitOutcome.Cancelled>(await second);
        await Done(first);
        await Done(third);
        Assert.Equal("b=0 first=0", Text(_registry.Current));
    }

    [Fact]
    public async Task Keep_the_place_of_a_checkout_among_them()
    {
        var first = _registry.CommitAsync(Create("first"), null, Token);
        await _gate.Reached.WaitAsync(Token);
        var second = _registry.CommitAsync(Create("a"), null, Token);
        var back = _registry.CheckoutAsync(0, Token);
        var third = _registry.CommitAsync(Create("b"), null, Token);
        _gate.Open();
        await Done(first);
        await Done(second);
        await Done(back);

        Assert.Equal((3, 0), ((await Done(third)).Version.Revision, _registry.Versions[3].Parent));
        Assert.Equal("b=0", Text(_registry.Current));
    }

    private static string Describe(CommitOutcome outcome) => outcome switch
    {
        CommitOutcome.Committed done => FormattableString.Invariant($"Committed {done.Version.Revision}"),
        CommitOutcome.Conflict conflict => string.Join(", ", conflict.Keys),
        _ => outcome.ToString(),
    };

    /// <summary>The outcomes of commits that came while an earlier one was being written.</summary>
    private async Task<CommitOutcome[]> BehindAsync(params ChangeSet[] changes)
    {
        var first = _registry.CommitAsync(Create("first"), null, Token);
        await _gate.Reached.WaitAsync(Token);
        var commits = changes.Select(set => _registry.CommitAsync(set, null, Token)).ToArray();
        _gate.Open();
        await Done(first);
        return await Task.WhenAll(commits);
    }
}
