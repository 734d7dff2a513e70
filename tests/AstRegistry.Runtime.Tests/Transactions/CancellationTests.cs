using AstRegistry.Runtime.Tests.Registry;
using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Transactions;

/// <summary>A caller that cancels, at each step.</summary>
public sealed class CancellationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_call()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);

        Assert.IsType<CommitOutcome.Cancelled>(await registry.CommitAsync(Create("a"), null, new(canceled: true)));
        Assert.IsType<CommitOutcome.Cancelled>(await registry.CheckoutAsync(0, new(canceled: true)));

        Assert.Equal(0, registry.Current.Count);
    }

    [Fact]
    public async Task While_it_waits_for_its_turn_it_is_answered_at_once()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        var gate = new Events.Gate();
        registry.Handle("slow", "**", (_, _) => gate.PassAsync(static () => { }));
        var first = registry.CommitAsync(Create("a"), null, Token);
        await gate.Reached.WaitAsync(Token);
        using var caller = new CancellationTokenSource();
        var second = registry.CommitAsync(Create("b"), null, caller.Token);

        await caller.CancelAsync();

        Assert.IsType<CommitOutcome.Cancelled>(await second.WaitAsync(Token));
        Assert.False(first.IsCompleted);
        gate.Open();
        await Done(first);
        Assert.Equal("a=0", Text(registry.Current));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_a_handler_thinks_what_was_accepted_is_undone(bool isAtBeginning)
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        async ValueTask Hang()
        {
            reached.SetResult();
            await new TaskCompletionSource().Task;
        }

        var first = new LoggingHandler("first");
        registry.Handle("first", "**", first);
        registry.Handle("hung", "**", new LoggingHandler("hung")
        {
            Log = first.Log,
            OnBegin = (_, _) => isAtBeginning ? Hang() : default,
            OnOperation = (operation, _) => operation.Operation.Id.Name == "b" ? Hang() : default,
        });
        using var log = new BusLog(registry, "*.discard");
        using var caller = new CancellationTokenSource();

        var commit = registry.CommitAsync(Create("a", "b"), null, caller.Token);
        await reached.Task.WaitAsync(Token);
        await caller.CancelAsync();

        // The handlers are told with a token of their own, though the caller's is cancelled.
        Assert.IsType<CommitOutcome.Cancelled>(await commit.WaitAsync(Token));
        Assert.Equal(0, registry.Current.Revision);
        Assert.Equal(["registry.discard: Discard – cancelled"], await log.TakeAsync());
        string[] undone = isAtBeginning ? [] : ["first inverse: Delete shop:b", "hung inverse: Delete shop:a", "first inverse: Delete shop:a"];
        Assert.Equal([.. undone, "hung discard", "first discard"], first.Log.Where(static line => line.Contains("inverse", StringComparison.Ordinal) || line.Contains("discard", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task While_the_history_has_not_begun_to_write()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var memory = new MemoryHistory();
        var history = new HistoryProxy(memory)
        {
            BeforeAppend = async token =>
            {
                reached.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            },
        };
        await using var registry = await VersionedRegistry.OpenAsync(new() { History = history }, Token);
        var handler = new LoggingHandler();
        registry.Handle("all", "**", handler);
        using var caller = new CancellationTokenSource();

        var commit = registry.CommitAsync(Create("a"), null, caller.Token);
        await reached.Task.WaitAsync(Token);
        await caller.CancelAsync();

        Assert.IsType<CommitOutcome.Cancelled>(await commit.WaitAsync(Token));
        Assert.Equal(["begin", "Create shop:a", "inverse: Delete shop:a", "discard"], handler.Log);
        Assert.Equal(0, registry.Current.Revision);
    }

    [Fact]
    public async Task When_it_is_durable_it_is_committed_all_the_same()
    {
        using var caller = new CancellationTokenSource();
        await using var memory = new MemoryHistory();
        var history = new HistoryProxy(memory) { AfterAppend = caller.CancelAsync };
        await using var registry = await VersionedRegistry.OpenAsync(new() { History = history }, Token);
        var handler = new LoggingHandler();
        registry.Handle("all", "**", handler);

        await Done(registry.CommitAsync(Create("a"), null, caller.Token));

        Assert.Equal(["begin", "Create shop:a", "Commit 0→1: Create shop:a"], handler.Log);
        Assert.Equal("a=0", Text(registry.Current));
    }

    [Fact]
    public async Task Between_two_handlers()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        using var caller = new CancellationTokenSource();
        registry.Handle("canceller", "**", async (operation, _) =>
        {
            operation.Accept();
            await caller.CancelAsync();
        });
        var last = new LoggingHandler();
        registry.Handle("last", "**", last);

        Assert.IsType<CommitOutcome.Cancelled>(await registry.CommitAsync(Create("a", "b", "c"), null, caller.Token));

        Assert.Equal(0, registry.Current.Revision);
        Assert.Equal("discard", last.Log.Last());
    }
}
