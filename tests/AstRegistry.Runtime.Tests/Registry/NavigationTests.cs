using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Registry;

/// <summary>The tree 0 – 1 – 2 – 3 with a branch 1 – 4 – 5.</summary>
public sealed class NavigationTests : IAsyncLifetime
{
    private static readonly string[] States = ["", "a=0 b=0", "a=1 b=0", "a=1 c=0", "a=7 b=0", "a=7 b=0 d=0"];

    private VersionedRegistry _registry = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        await Done(_registry.CommitAsync(Create("a", "b"), null, Token));
        await Done(_registry.CommitAsync(Update("a", 1), null, Token));
        await Done(_registry.CommitAsync(new([.. Delete("b"), .. Create("c")]), null, Token));
        await Done(_registry.CheckoutAsync(1, Token));
        await Done(_registry.CommitAsync(Update("a", 7), null, Token));
        await Done(_registry.CommitAsync(Create("d"), null, Token));
    }

    public ValueTask DisposeAsync() => _registry.DisposeAsync();

    [Theory]
    [InlineData(0, 3, "Create shop:a, Create shop:c")]
    [InlineData(3, 1, "Delete shop:c, Update shop:a, Create shop:b")]
    [InlineData(3, 5, "Delete shop:c, Update shop:a, Create shop:b, Create shop:d")]
    [InlineData(5, 3, "Delete shop:d, Delete shop:b, Update shop:a, Create shop:c")]
    [InlineData(5, 0, "Delete shop:d, Delete shop:b, Delete shop:a")]
    [InlineData(4, 2, "Update shop:a")]
    [InlineData(2, 2, "")]
    public async Task A_checkout_applies_the_least_difference(long from, long to, string changes)
    {
        await Done(_registry.CheckoutAsync(from, Token));
        Assert.Equal(States[from], Text(_registry.Current));
        var handler = new Transactions.LoggingHandler();
        _registry.Handle("all", "**", handler);
        var diff = await _registry.DiffAsync(from, to, Token);

        var done = await Done(_registry.CheckoutAsync(to, Token));

        Assert.Equal(changes, Text(done.Changes));
        Assert.Equal(done.Changes, diff);
        Assert.Equal(changes.Length == 0 ? [] : [FormattableString.Invariant($"Checkout {from}→{to}: {changes}")], handler.Log.Where(static line => line.StartsWith("Checkout", StringComparison.Ordinal)));
        Assert.Equal(States[to], Text(_registry.Current));
        Assert.Equal(to, _registry.Current.Revision);
        Assert.Equal((5, to), (_registry.Head.Revision, _registry.Head.Current));
        Assert.Equal(6, _registry.Versions.Count);
        Assert.Equal(_registry.Current.Entries, done.Changes.Reverse().Reverse().ApplyTo(await _registry.LoadStateAsync(from, Token)).Entries.OrderBy(entry => _registry.Current.Entries.ToList().IndexOf(entry)));
    }

    [Fact]
    public async Task The_next_commit_branches_off()
    {
        await Done(_registry.CheckoutAsync(2, Token));

        var done = await Done(_registry.CommitAsync(Create("e"), null, Token));

        Assert.Equal((6, 2), (done.Version.Revision, done.Version.Parent));
        Assert.Equal([3, 6], _registry.Versions.ChildrenOf(2).Select(static version => version.Revision));
        Assert.Equal(2, _registry.Versions.CommonAncestor(3, 6).Revision);
        Assert.Equal([3, 5, 6], _registry.Versions.Heads.Select(static version => version.Revision));
        Assert.Equal("a=1 b=0 e=0", Text(_registry.Current));
    }

    [Fact]
    public async Task Any_version_can_be_read_without_making_one()
    {
        using var log = new Transactions.BusLog(_registry);
        var before = (_registry.Current, _registry.Head, _registry.Versions);

        for (var revision = 0; revision <= 5; revision++)
        {
            var state = await _registry.LoadStateAsync(revision, Token);
            Assert.Equal((revision, States[revision]), (state.Revision, Text(state)));
        }

        Assert.Equal(before, (_registry.Current, _registry.Head, _registry.Versions));
        Assert.Empty(await log.TakeAsync());
    }

    [Fact]
    public async Task The_current_version_is_read_without_asking_the_history()
    {
        Assert.Same(_registry.Current, await _registry.LoadStateAsync(5, Token));
        await Done(_registry.CheckoutAsync(3, Token));
        Assert.Same(_registry.Current, await _registry.LoadStateAsync(3, Token));
        Assert.Equal(States[5], Text(await _registry.LoadStateAsync(5, Token)));
    }

    [Fact]
    public async Task A_checkout_may_be_refused_by_a_handler()
    {
        var before = _registry.Current;
        _registry.Handle("guard", "**", static (operation, _) =>
        {
            if (operation.Operation.Kind == RegistryOperationKind.Delete) operation.Reject("nothing is deleted here");
            return default;
        });

        var outcome = Assert.IsType<CommitOutcome.Rejected>(await _registry.CheckoutAsync(3, Token));

        Assert.Equal("Delete shop:d", outcome.Operation.ToString());
        Assert.Same(before, _registry.Current);
        Assert.Equal(5, _registry.Head.Current);
    }

    [Fact]
    public async Task Undo_and_redo_walk_the_branch()
    {
        Assert.Equal(4, (await Done(_registry.UndoAsync(Token))).Version.Revision);
        Assert.Equal(1, (await Done(_registry.UndoAsync(Token))).Version.Revision);
        Assert.Equal(4, (await Done(_registry.RedoAsync(Token))).Version.Revision);
        Assert.Equal(5, (await Done(_registry.RedoAsync(Token))).Version.Revision);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _registry.RedoAsync(Token));
        await Done(_registry.CheckoutAsync(0, Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _registry.UndoAsync(Token));
    }

    [Fact]
    public async Task Unknown_versions_are_refused()
    {
        await Assert.ThrowsAsync<UnknownVersionException>(() => _registry.CheckoutAsync(6, Token));
        await Assert.ThrowsAsync<UnknownVersionException>(async () => await _registry.LoadStateAsync(-1, Token));
        await Assert.ThrowsAsync<UnknownVersionException>(async () => await _registry.DiffAsync(1, 9, Token));
        Assert.Equal(5, _registry.Current.Revision);
    }

    [Fact]
    public async Task Without_history_there_is_no_way_back()
    {
        await using var registry = await VersionedRegistry.OpenAsync(new() { History = new NoHistory(), OwnsHistory = true }, Token);
        await Done(registry.CommitAsync(Create("a"), null, Token));
        await Done(registry.CommitAsync(Update("a", 1), null, Token));

        Assert.Equal(HistoryFault.CannotRewind, (await Assert.ThrowsAsync<HistoryException>(() => registry.CheckoutAsync(1, Token))).Fault);
        Assert.Equal(HistoryFault.CannotRewind, (await Assert.ThrowsAsync<HistoryException>(async () => await registry.LoadStateAsync(1, Token))).Fault);
        Assert.Equal("a=1", Text(registry.Current));
        Assert.Equal(2, registry.Versions.Heads[0].Revision);
    }
}
