using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Transactions;

/// <summary>The exact steps of transactions, as a subscriber and as handlers see them.</summary>
public sealed class EventLogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_accepted_transaction()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        var handler = new LoggingHandler();
        registry.Handle("build", "function.**", handler);
        using var log = new BusLog(registry);

        await Done(registry.CommitAsync(new(RegistryOperation.Create(Entry("a", kind: "function.scheme")), RegistryOperation.Create(Entry("b", kind: "type"))), null, Token));
        await Done(registry.CommitAsync(new(RegistryOperation.Update(Entry("a", 1, "function.scheme")), RegistryOperation.Delete(EntryId.Parse("shop:b"))), null, Token));

        Assert.Equal(
            [
                "registry.begin: Begin",
                "registry.create.function.scheme: Create shop:a",
                "registry.accept.function.scheme: Accept shop:a (build)",
                "registry.create.type: Create shop:b",
                "registry.commit: Commit",
                "registry.begin: Begin",
                "registry.update.function.scheme: Update shop:a",
                "registry.accept.function.scheme: Accept shop:a (build)",
                "registry.delete.type: Delete shop:b",
                "registry.commit: Commit",
            ],
            await log.TakeAsync());
        Assert.Equal(["begin", "Create shop:a", "Commit 0→1: Create shop:a", "begin", "Update shop:a", "Commit 1→2: Update shop:a"], handler.Log);
    }

    [Fact]
    public async Task A_rejected_transaction_is_undone_from_its_end()
    {
        await using var registry = await VersionedRegistry.OpenAsync(new() { Name = "app.main" }, Token);
        await Done(registry.CommitAsync(Create("old", "gone"), null, Token));
        var first = new LoggingHandler("first");
        var second = new LoggingHandler("second")
        {
            Log = first.Log,
            OnOperation = static (operation, _) =>
            {
                if (operation.Operation.Id.Name == "bad") operation.Reject("not this one");
                return default;
            },
        };
        registry.Handle("first", "**", first);
        registry.Handle("second", "**", second);
        using var log = new BusLog(registry);
        var before = registry.Current;

        var outcome = await registry.CommitAsync(new([.. Create("new"), .. Update("old", 7), .. Delete("gone"), .. Create("bad")]), null, Token);

        var rejected = Assert.IsType<CommitOutcome.Rejected>(outcome);
        Assert.Equal(("second", "not this one", "Create shop:bad"), (rejected.Handler, rejected.Reason, rejected.Operation.ToString()));
        Assert.Same(before, registry.Current);
        Assert.Equal(
            [
                "app.main.begin: Begin",
                "app.main.create.function: Create shop:new",
                "app.main.accept.function: Accept shop:new (first)",
                "app.main.accept.function: Accept shop:new (second)",
                "app.main.update.function: Update shop:old",
                "app.main.accept.function: Accept shop:old (first)",
                "app.main.accept.function: Accept shop:old (second)",
                "app.main.delete.function: Delete shop:gone",
                "app.main.accept.function: Accept shop:gone (first)",
                "app.main.accept.function: Accept shop:gone (second)",
                "app.main.create.function: Create shop:bad",
                "app.main.accept.function: Accept shop:bad (first)",
                "app.main.reject.function: Reject shop:bad (second) – not this one",
                "app.main.undo.function: Undo shop:bad (first)",
                "app.main.undo.function: Undo shop:gone (second)",
                "app.main.undo.function: Undo shop:gone (first)",
                "app.main.undo.function: Undo shop:old (second)",
                "app.main.undo.function: Undo shop:old (first)",
                "app.main.undo.function: Undo shop:new (second)",
                "app.main.undo.function: Undo shop:new (first)",
                "app.main.discard: Discard – rejected",
            ],
            await log.TakeAsync());
        Assert.Equal(
            [
                "first begin", "second begin",
                "first Create shop:new", "second Create shop:new", "first Update shop:old", "second Update shop:old",
                "first Delete shop:gone", "second Delete shop:gone", "first Create shop:bad", "second Create shop:bad",
                "first inverse: Delete shop:bad",
                "second inverse: Create shop:gone", "first inverse: Create shop:gone",
                "second inverse: Update shop:old", "first inverse: Update shop:old",
                "second inverse: Delete shop:new", "first inverse: Delete shop:new",
                "second discard", "first discard",
            ],
            first.Log);
    }

    [Fact]
    public async Task An_inverse_carries_the_entries_both_ways()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        await Done(registry.CommitAsync(Create("a"), null, Token));
        var inverses = new List<RegistryOperation>();
        var handler = new LoggingHandler
        {
            OnOperation = static (operation, _) => operation.Operation.Id.Name == "b" ? throw new InvalidOperationException("no") : default,
            OnInverse = (operation, _) =>
            {
                inverses.Add(operation.Operation);
                return default;
            },
        };
        registry.Handle("h", "**", handler);

        await registry.CommitAsync(new([.. Update("a", 5), .. Create("b")]), null, Token);

        Assert.Equal([RegistryOperation.Update(Entry("a"), Entry("a", 5))], inverses);
    }

    [Fact]
    public async Task Silent_kinds_are_stored_and_told_to_nobody()
    {
        await using var registry = await VersionedRegistry.OpenAsync(new() { SilentKinds = [.. VersionedRegistryOptions.DefaultSilentKinds, "cache.**"] }, Token);
        var handler = new LoggingHandler();
        registry.Handle("all", "**", handler);
        using var log = new BusLog(registry);
        string[] silent = ["registry.entry", "ns.requirement", "ns.dependency", "cache.hot"];

        var done = await Done(registry.CommitAsync(new(silent.Select(static kind => RegistryOperation.Create(Entry(kind, kind: kind)))), null, Token));

        Assert.Equal(4, done.Changes.Count);
        Assert.Equal(4, registry.Current.Count);
        Assert.Empty(await log.TakeAsync());
        Assert.Empty(handler.Log);

        await Done(registry.CommitAsync(new([.. Create("a"), RegistryOperation.Delete(EntryId.Parse("shop:cache.hot"))]), null, Token));
        Assert.Equal(["registry.begin: Begin", "registry.create.function: Create shop:a", "registry.accept.function: Accept shop:a (all)", "registry.commit: Commit"], await log.TakeAsync());
        Assert.Equal(["begin", "Create shop:a", "Commit 1→2: Create shop:a"], handler.Log);
    }

    [Fact]
    public async Task An_entry_that_changes_its_kind_concerns_the_handlers_of_both()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        await Done(registry.CommitAsync(Create("a"), null, Token));
        var (old, @new) = (new LoggingHandler(), new LoggingHandler());
        registry.Handle("old", "function", old);
        registry.Handle("new", "type", @new);

        await Done(registry.CommitAsync(new(RegistryOperation.Update(Entry("a", kind: "type"))), null, Token));

        Assert.Equal(["begin", "Update shop:a", "Commit 1→2: Update shop:a"], old.Log);
        Assert.Equal(old.Log, @new.Log);
    }

    [Fact]
    public async Task A_checkout_is_one_transaction()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        await Done(registry.CommitAsync(Create("a", "b"), null, Token));
        await Done(registry.CommitAsync(Update("a", 1), null, Token));
        await Done(registry.CommitAsync(Update("a", 2), null, Token));
        await Done(registry.CommitAsync(Delete("b"), null, Token));
        var handler = new LoggingHandler();
        registry.Handle("all", "**", handler);
        using var log = new BusLog(registry, "registry.(begin|create|update|delete|commit).**");

        await Done(registry.CheckoutAsync(1, Token));

        Assert.Equal(["registry.begin: Begin", "registry.create.function: Create shop:b", "registry.update.function: Update shop:a", "registry.commit: Commit"], (await log.TakeAsync()).OrderBy(static line => line switch { "registry.begin: Begin" => 0, "registry.commit: Commit" => 3, _ => line.Contains("create", StringComparison.Ordinal) ? 1 : 2 }));
        Assert.Equal("Checkout 4→1: Update shop:a, Create shop:b", handler.Log.Last());
    }

    [Fact]
    public async Task A_subscriber_that_wants_to_be_waited_for_and_hangs_holds_a_commit_no_longer_than_a_handler_may()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var registry = await VersionedRegistry.OpenAsync(new() { TimeProvider = time }, Token);
        var gate = new Events.Gate();
        var hung = registry.Events.Subscribe("**", (_, _) => gate.PassAsync(static () => { }), new() { Capacity = 1, Overflow = EventOverflow.Wait });

        var commit = registry.CommitAsync(Create("a"), null, Token);
        await gate.Reached.WaitAsync(Token);
        while (!commit.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        await Done(commit);
        Assert.Equal(1, hung.Dropped);
        gate.Open();
    }
}
