using AstRegistry.Storage.Conformance.Contract;

namespace AstRegistry.Storage.Conformance.Broken;

/// <summary>The contract notices histories that are broken on purpose, each promise at least one of them.</summary>
public sealed class BrokenHistoryTests
{
    public static TheoryData<string> Names => [.. BrokenHistories.All.Select(static broken => broken.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_noticed(string name)
    {
        var broken = BrokenHistories.All.Single(broken => broken.Name == name);
        var check = HistoryPromises.All.Single(check => check.Name == broken.Promise);
        await using var store = check.Needs.HasFlag(Capabilities.HeadOnly) ? (HistoryStore)new NoLastingStore(broken.Break) : new LastingMemoryStore(broken.Break);
        var exception = await Record.ExceptionAsync(() => check.Run(store, TestContext.Current.CancellationToken));

        Assert.True(exception is not null, $"A history that {name} keeps the promise '{check.Name}'.");
        Assert.False(TestContext.Current.CancellationToken.IsCancellationRequested);
    }

    [Fact]
    public void Every_promise_is_broken_by_one()
    {
        Assert.Empty(HistoryPromises.All.Select(static check => check.Name).Except(BrokenHistories.All.Select(static broken => broken.Promise)));
        Assert.Equal(BrokenHistories.All.Count, BrokenHistories.All.Select(static broken => broken.Name).Distinct().Count());
    }

    private sealed class NoLastingStore(Func<IRegistryHistory, IRegistryHistory> change) : HistoryStore
    {
        public override ValueTask<IRegistryHistory> OpenAsync(CancellationToken cancellationToken) => new(change(new NoHistory()));

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
