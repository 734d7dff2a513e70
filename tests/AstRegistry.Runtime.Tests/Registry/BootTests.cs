using AstRegistry.Runtime.Tests.Transactions;
using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Registry;

/// <summary>Registries that are opened over what an earlier one left.</summary>
public sealed class BootTests : IAsyncDisposable
{
    private readonly MemoryHistory _history = new();
    private readonly List<RegistryNotice> _notices = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _history.DisposeAsync();

    [Fact]
    public async Task A_registry_is_as_it_was_left()
    {
        await using (var registry = await OpenAsync())
        {
            await Done(registry.CommitAsync(Create("a", "b"), null, Token));
            await Done(registry.CommitAsync(Delete("b"), null, Token));
            await Done(registry.CheckoutAsync(1, Token));
        }

        await using var reopened = await OpenAsync();

        Assert.Equal((1, "a=0 b=0"), (reopened.Current.Revision, Text(reopened.Current)));
        Assert.Equal(2, reopened.Head.Revision);
        await Done(reopened.CheckoutAsync(2, Token));
        Assert.Equal("a=0", Text(reopened.Current));
        Assert.True((await reopened.VerifyAsync(Token)).IsSound);
    }

    [Fact]
    public async Task Checkpoints_are_written_by_operations_and_used()
    {
        await using (var registry = await OpenAsync(static options => options with { CheckpointInterval = 10 }))
        {
            for (var i = 0; i < 35; i++)
            {
                await Done(registry.CommitAsync(Create($"e{i}"), null, Token));
                await CheckpointsAsync((i + 1) / 10);
            }
        }

        Assert.Equal([10, 20, 30], await _history.ListCheckpointsAsync("registry", Token));
        await using var reopened = await OpenAsync();
        Assert.Equal(35, reopened.Current.Count);
        Assert.Equal(25, (await reopened.LoadStateAsync(25, Token)).Count);
        Assert.True((await reopened.VerifyAsync(Token)).IsSound);
    }

    [Fact]
    public async Task A_damaged_checkpoint_is_passed_over()
    {
        await using (var registry = await OpenAsync())
        {
            for (var i = 0; i < 5; i++) await Done(registry.CommitAsync(Create($"e{i}"), null, Token));
        }

        await _history.WriteCheckpointAsync("registry", new(4, new byte[] { 1, 2, 3 }), Token);
        await using var reopened = await OpenAsync();

        Assert.Equal(5, reopened.Current.Count);
        Assert.Contains(_notices, static notice => notice is { Kind: RegistryNoticeKind.CheckpointDamaged, Revision: 4 });
        Assert.False((await reopened.VerifyAsync(Token)).IsSound);
    }

    [Fact]
    public async Task A_history_whose_chain_is_broken_is_refused()
    {
        await using (var registry = await OpenAsync())
        {
            await Done(registry.CommitAsync(Create("a"), null, Token));
            await Done(registry.CommitAsync(Create("b"), null, Token));
        }

        await using var forged = new MemoryHistory();
        var (first, second) = (await _history.ReadAsync("registry", 1, Token), await _history.ReadAsync("registry", 2, Token));
        await forged.AppendAsync("registry", default, [first, second with { Version = second.Version with { Actor = "mallory" } }], Token);
        var error = await Assert.ThrowsAsync<HistoryException>(() => VersionedRegistry.OpenAsync(new() { History = forged }, Token));

        Assert.Equal(HistoryFault.Corrupt, error.Fault);
        Assert.Contains("Version 2 of 'registry' is damaged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_durable_handler_is_told_after_a_crash_of_what_it_has_not_acknowledged()
    {
        var first = new LoggingHandler();
        var crashed = await OpenAsync();
        crashed.Handle("index", "function", first, new() { IsDurable = true });
        await Done(crashed.CommitAsync(Create("a"), null, Token));
        var hung = new TaskCompletionSource();
        first.OnCommit = async (_, _) =>
        {
            hung.SetResult();
            await new TaskCompletionSource().Task;
        };
        var lost = crashed.CommitAsync(Create("b"), null, Token);
        await hung.Task.WaitAsync(Token);

        // Here the process dies: version 2 is durable, and nobody has acknowledged it. Another one goes on.
        await using (var other = await OpenAsync())
        {
            await Done(other.CommitAsync(new(RegistryOperation.Create(Entry("t", kind: "type"))), null, Token));
            await Done(other.CommitAsync(Update("a", 5), null, Token));
        }

        await using var reopened = await OpenAsync();
        var again = new LoggingHandler();
        reopened.Handle("index", "function", again, new() { IsDurable = true });
        await Done(reopened.CommitAsync(Create("c"), null, Token));

        Assert.Equal(["Commit 1→2: Create shop:b again", "Commit 3→4: Update shop:a again", "begin", "Create shop:c", "Commit 4→5: Create shop:c"], again.Log);
        Assert.Equal(5, (await _history.GetAcknowledgementsAsync("registry", Token))["index"]);
        Assert.Equal([2, 4], _notices.Where(static notice => notice.Kind == RegistryNoticeKind.Redelivery).Select(static notice => notice.Revision!.Value));
        Assert.False(lost.IsCompleted);
    }

    [Fact]
    public async Task A_durable_handler_is_led_from_branch_to_branch()
    {
        await using (var registry = await OpenAsync())
        {
            registry.Handle("index", "**", new LoggingHandler(), new() { IsDurable = true });
            await Done(registry.CommitAsync(Create("a"), null, Token));
            await Done(registry.CommitAsync(Update("a", 1), null, Token));
        }

        await using (var registry = await OpenAsync())
        {
            await Done(registry.CheckoutAsync(1, Token));
            await Done(registry.CommitAsync(Update("a", 2), null, Token));
            await Done(registry.CheckoutAsync(2, Token));
        }

        await using var reopened = await OpenAsync();
        var handler = new LoggingHandler();
        reopened.Handle("index", "**", handler, new() { IsDurable = true });
        await Done(reopened.CommitAsync(ChangeSet.Empty, null, Token));

        Assert.Equal(["Checkout 2→1: Update shop:a again", "Commit 1→3: Update shop:a again", "Checkout 3→2: Update shop:a again"], handler.Log);
    }

    [Fact]
    public async Task A_durable_handler_that_failed_is_told_again_before_anything_else()
    {
        await using var registry = await OpenAsync();
        var failures = 2;
        var handler = new LoggingHandler { OnCommit = (_, _) => failures-- > 0 ? throw new InvalidOperationException("not now") : default };
        registry.Handle("index", "**", handler, new() { IsDurable = true });

        await Done(registry.CommitAsync(Create("a"), null, Token));
        await Done(registry.CommitAsync(Create("b"), null, Token));
        Assert.Equal(0, (await _history.GetAcknowledgementsAsync("registry", Token))["index"]);
        await Done(registry.CommitAsync(Create("c"), null, Token));

        Assert.Equal(
            ["Commit 0→1: Create shop:a", "Commit 0→1: Create shop:a again", "Commit 0→1: Create shop:a again", "Commit 1→2: Create shop:b again", "Commit 2→3: Create shop:c again"],
            handler.Log.Where(static line => line.StartsWith("Commit", StringComparison.Ordinal)));
        Assert.Equal(3, (await _history.GetAcknowledgementsAsync("registry", Token))["index"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_new_durable_handler_begins_where_it_wants(bool fromBeginning)
    {
        await using var registry = await OpenAsync();
        await Done(registry.CommitAsync(Create("a"), null, Token));
        var handler = new LoggingHandler();
        registry.Handle("index", "**", handler, new() { IsDurable = true, FromBeginning = fromBeginning });
        await Done(registry.CommitAsync(ChangeSet.Empty, null, Token));

        Assert.Equal(fromBeginning ? ["Commit 0→1: Create shop:a again"] : [], handler.Log);
        Assert.True((await _history.GetAcknowledgementsAsync("registry", Token)).ContainsKey("index"));
    }

    [Fact]
    public async Task What_does_not_concern_a_durable_handler_is_noted_when_the_registry_closes()
    {
        await using (var registry = await OpenAsync())
        {
            registry.Handle("index", "type", new LoggingHandler(), new() { IsDurable = true });
            await Done(registry.CommitAsync(Create("a"), null, Token));
        }

        Assert.Equal(1, (await _history.GetAcknowledgementsAsync("registry", Token))["index"]);
    }

    [Fact]
    public async Task Registries_of_one_history_have_nothing_in_common()
    {
        await using var left = await OpenAsync(static options => options with { Name = "left" });
        await using var right = await OpenAsync(static options => options with { Name = "right" });
        await Done(left.CommitAsync(Create("a"), null, Token));

        Assert.Equal(0, right.Current.Revision);
        Assert.Equal(1, (await Done(right.CommitAsync(Create("b"), null, Token))).Version.Revision);
    }

    private Task<VersionedRegistry> OpenAsync(Func<VersionedRegistryOptions, VersionedRegistryOptions>? change = null)
    {
        var options = new VersionedRegistryOptions { History = _history, FollowsOthers = false, OnNotice = Note };
        return VersionedRegistry.OpenAsync(change is null ? options : change(options), Token);
    }

    private void Note(RegistryNotice notice)
    {
        lock (_notices) _notices.Add(notice);
    }

    /// <summary>Waits until so many checkpoints are there; they are written beside the commits.</summary>
    private Task CheckpointsAsync(int count) => Eventually.HoldsAsync(() =>
    {
        lock (_notices) return _notices.Count(static notice => notice.Kind == RegistryNoticeKind.CheckpointWritten) >= count;
    });
}
