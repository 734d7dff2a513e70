using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Registry;

public sealed class CommitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commit_makes_a_version_with_reversible_changes()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await using var registry = await VersionedRegistry.OpenAsync(new() { TimeProvider = time }, Token);
        await Done(registry.CommitAsync(Create("a", "b"), null, Token));
        var id = Guid.NewGuid();

        var done = await Done(registry.CommitAsync(new([.. Update("a", 1), .. Delete("b")]), new() { Actor = "ann", CommitId = id, ExpectedRevision = 1 }, Token));

        Assert.Equal(new RegistryVersion(2, 1, time.GetUtcNow(), "ann", id, 2), done.Version);
        Assert.Equal([RegistryOperation.Update(Entry("a", 1), Entry("a")), RegistryOperation.Delete(Entry("b"))], done.Changes);
        Assert.Same(done.Version, registry.Current.Version);
        Assert.Same(done.Version, registry.Versions[2]);
        Assert.Equal("a=1", Text(registry.Current));
        Assert.Equal((2, 2), (registry.Head.Revision, registry.Head.Current));
    }

    [Fact]
    public async Task A_conflict_lists_every_key_and_changes_nothing()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        await Done(registry.CommitAsync(Create("a", "b"), null, Token));
        var before = registry.Current;
        var changes = new ChangeSet([.. Create("a", "new"), .. Update("missing", 1), RegistryOperation.Update(Entry("b", 2), Entry("b", 7)), .. Delete("nowhere")]);

        var conflict = Assert.IsType<CommitOutcome.Conflict>(await registry.CommitAsync(changes, null, Token));

        Assert.Equal(["shop:a: AlreadyExists", "shop:missing: Missing", "shop:b: Changed", "shop:nowhere: Missing"], conflict.Keys.Select(static key => key.ToString()));
        Assert.Same(before, registry.Current);
        Assert.Equal(1, registry.Head.Revision);
    }

    [Fact]
    public async Task An_expected_revision_that_has_passed_is_a_conflict()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        await Done(registry.CommitAsync(Create("a"), null, Token));

        Assert.Empty(Assert.IsType<CommitOutcome.Conflict>(await registry.CommitAsync(Create("b"), new() { ExpectedRevision = 0 }, Token)).Keys);
        await Done(registry.CommitAsync(Create("b"), new() { ExpectedRevision = 1 }, Token));
    }

    [Fact]
    public async Task A_repeated_commit_has_the_outcome_of_the_first()
    {
        await using var history = new MemoryHistory();
        var id = Guid.NewGuid();
        CommitOutcome.Committed first;
        await using (var registry = await VersionedRegistry.OpenAsync(new() { History = history }, Token))
        {
            first = await Done(registry.CommitAsync(Create("a"), new() { CommitId = id }, Token));
            await Done(registry.CommitAsync(Delete("a"), null, Token));
            var again = await Done(registry.CommitAsync(Create("a"), new() { CommitId = id }, Token));
            Assert.Equal((first.Version, Text(first.Changes)), (again.Version, Text(again.Changes)));
        }

        await using var reopened = await VersionedRegistry.OpenAsync(new() { History = history }, Token);
        var later = await Done(reopened.CommitAsync(Create("other"), new() { CommitId = id }, Token));

        Assert.Equal((first.Version, "Create shop:a"), (later.Version, Text(later.Changes)));
        Assert.Equal(2, reopened.Current.Revision);
        Assert.Equal(0, reopened.Current.Count);
    }

    [Fact]
    public async Task Operations_on_one_id_follow_one_another()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);

        var done = await Done(registry.CommitAsync(new([.. Create("a"), .. Update("a", 1), .. Update("a", 2)]), null, Token));

        Assert.Equal("a=2", Text(registry.Current));
        await Done(registry.CommitAsync(done.Changes.Reverse(), null, Token));
        Assert.Equal(0, registry.Current.Count);
    }

    [Fact]
    public async Task A_commit_without_operations_makes_a_version()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);

        Assert.Equal(1, (await Done(registry.CommitAsync(ChangeSet.Empty, null, Token))).Version.Revision);
    }

    [Fact]
    public async Task With_a_resolver_operations_come_in_dependency_order()
    {
        var options = new VersionedRegistryOptions { Dependencies = new(new DependencyPattern("data.needs")) };
        await using var registry = await VersionedRegistry.OpenAsync(options, Token);
        var handler = new Transactions.LoggingHandler();
        registry.Handle("all", "**", handler);

        await Done(registry.CommitAsync(new(Needing("a", "b"), Needing("b", "c"), Needing("c", null)), null, Token));
        var done = await Done(registry.CommitAsync(new([.. Delete("c"), .. Delete("a"), .. Create("x"), .. Delete("b"), RegistryOperation.Update(Entry("x", 4))]), null, Token));

        Assert.Equal(["Create shop:c", "Create shop:b", "Create shop:a"], handler.Log.Skip(1).Take(3));
        Assert.Equal(["Delete shop:a", "Delete shop:b", "Delete shop:c", "Create shop:x"], done.Changes.Select(static operation => operation.ToString()));
        Assert.Equal("x=4", Text(registry.Current));
    }

    [Fact]
    public async Task With_a_resolver_a_circle_is_refused_by_its_path()
    {
        var options = new VersionedRegistryOptions { Dependencies = new(new DependencyPattern("data.needs")) };
        await using var registry = await VersionedRegistry.OpenAsync(options, Token);
        await Done(registry.CommitAsync(new(Needing("a", null)), null, Token));

        var error = await Assert.ThrowsAsync<DependencyCycleException>(() => registry.CommitAsync(
            new(Needing("b", "c"), Needing("c", "a"), RegistryOperation.Update(Needing("a", "b").Entry!)), null, Token));

        Assert.Contains("shop:a → shop:b → shop:c → shop:a", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, registry.Current.Revision);
        Assert.Equal(1, registry.Head.Revision);
        await Done(registry.CommitAsync(new(Needing("b", "a")), null, Token));
    }

    [Fact]
    public async Task With_a_resolver_contradicting_operations_are_a_conflict()
    {
        var options = new VersionedRegistryOptions { Dependencies = new() };
        await using var registry = await VersionedRegistry.OpenAsync(options, Token);

        var conflict = Assert.IsType<CommitOutcome.Conflict>(await registry.CommitAsync(new([.. Create("a"), .. Create("a")]), null, Token));

        Assert.Equal(["shop:a: AlreadyExists"], conflict.Keys.Select(static key => key.ToString()));
    }

    [Fact]
    public async Task Too_many_waiting_commits_are_turned_away()
    {
        await using var registry = await VersionedRegistry.OpenAsync(new() { QueueCapacity = 2 }, Token);
        var gate = new Events.Gate();
        registry.Handle("slow", "function", (_, _) => gate.PassAsync(static () => { }));
        var first = registry.CommitAsync(Create("a"), null, Token);
        await gate.Reached.WaitAsync(Token);

        var waiting = new[] { registry.CommitAsync(Create("b"), null, Token), registry.CheckoutAsync(0, Token) };
        Assert.IsType<CommitOutcome.Busy>(await registry.CommitAsync(Create("c"), null, Token));
        Assert.IsType<CommitOutcome.Busy>(await registry.CheckoutAsync(0, Token));

        gate.Open();
        await Done(first);
        foreach (var commit in waiting) await Done(commit);
        await Done(registry.CommitAsync(Create("c"), null, Token));
    }

    [Fact]
    public async Task A_history_that_fails_leaves_everything_as_it_was()
    {
        await using var memory = new MemoryHistory();
        var history = new HistoryProxy(memory);
        await using var registry = await VersionedRegistry.OpenAsync(new() { History = history }, Token);
        var handler = new Transactions.LoggingHandler();
        registry.Handle("types", "type", handler);
        await Done(registry.CommitAsync(Create("a"), null, Token));
        var before = registry.Current;
        history.BeforeAppend = static _ => throw new HistoryException(HistoryFault.Full, "no room");
        ChangeSet typed = new(RegistryOperation.Create(Entry("t", kind: "type")));

        // Without and with a handler.
        Assert.Equal(HistoryFault.Full, (await Assert.ThrowsAsync<HistoryException>(() => registry.CommitAsync(Create("b"), null, Token))).Fault);
        Assert.Equal(HistoryFault.Full, (await Assert.ThrowsAsync<HistoryException>(() => registry.CommitAsync(typed, null, Token))).Fault);

        Assert.Same(before, registry.Current);
        Assert.Equal(["begin", "Create shop:t", "inverse: Delete shop:t", "discard"], handler.Log);
        history.BeforeAppend = static _ => Task.CompletedTask;
        await Done(registry.CommitAsync(Create("b"), null, Token));
        await Done(registry.CommitAsync(typed, null, Token));
        Assert.Equal(3, registry.Current.Revision);
    }

    [Fact]
    public async Task A_version_that_was_stored_though_the_history_said_no_is_shown_with_the_next_one()
    {
        await using var memory = new MemoryHistory();
        var history = new HistoryProxy(memory) { AfterAppend = static () => throw new HistoryException(HistoryFault.Unavailable, "the line broke") };
        await using var registry = await VersionedRegistry.OpenAsync(new() { History = history, FollowsOthers = false }, Token);
        var id = Guid.NewGuid();
        await Assert.ThrowsAsync<HistoryException>(() => registry.CommitAsync(Create("a"), new() { CommitId = id }, Token));
        Assert.Equal(0, registry.Current.Revision);
        history.AfterAppend = static () => Task.CompletedTask;

        // The caller does not know, and tries again under the same name.
        var done = await Done(registry.CommitAsync(Create("a"), new() { CommitId = id }, Token));

        Assert.Equal(1, done.Version.Revision);
        Assert.Equal(1, (await memory.GetHeadAsync("registry", Token)).Revision);
        Assert.Equal("a=0", Text(registry.Current));
    }

    [Fact]
    public async Task Closing_ends_the_commit_under_way_and_cancels_those_that_wait()
    {
        var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        var gate = new Events.Gate();
        registry.Handle("slow", "**", (_, _) => gate.PassAsync(static () => { }));
        using var log = new Transactions.BusLog(registry, "registry.commit");
        var first = registry.CommitAsync(Create("a"), null, Token);
        await gate.Reached.WaitAsync(Token);
        var second = registry.CommitAsync(Create("b"), null, Token);

        var closing = registry.DisposeAsync().AsTask();
        var closingAgain = registry.DisposeAsync().AsTask();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => registry.CommitAsync(Create("c"), null, Token));
        Assert.False(closing.IsCompleted || closingAgain.IsCompleted);
        gate.Open();
        await closing.WaitAsync(Token);
        await closingAgain.WaitAsync(Token);

        await Done(first);
        Assert.IsType<CommitOutcome.Cancelled>(await second);
        Assert.Equal("a=0", Text(registry.Current));
        Assert.Equal(["registry.commit: Commit"], await log.TakeAsync());
        Assert.Throws<ObjectDisposedException>(() => registry.Handle("h", "**", new Transactions.LoggingHandler()));
    }

    [Fact]
    public async Task A_watch_sees_the_newest_snapshot_and_ends_with_the_registry()
    {
        var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        await Done(registry.CommitAsync(Create("a"), null, Token));
        var watch = registry.WatchAsync(Token).GetAsyncEnumerator(Token);
        var next = watch.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);

        await Done(registry.CommitAsync(Create("b"), null, Token));
        Assert.True(await next.WaitAsync(Token));
        Assert.Equal(2, watch.Current.Revision);
        await Done(registry.CommitAsync(Create("c"), null, Token));
        await Done(registry.CommitAsync(Create("d"), null, Token));
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(4, watch.Current.Revision);
        await registry.DisposeAsync();
        Assert.False(await watch.MoveNextAsync());
    }

    [Fact]
    public async Task Wrong_options_are_refused_all_at_once()
    {
        var options = new VersionedRegistryOptions
        {
            Name = "a b",
            QueueCapacity = 0,
            HandlerDeadline = TimeSpan.Zero,
            CommitRetries = -1,
            CheckpointInterval = -1,
            SnapshotInterval = 0,
            RetainedSnapshots = 0,
            RetainedVersions = 0,
            SilentKinds = ["a..b"],
        };

        var error = await Assert.ThrowsAsync<ArgumentException>(() => VersionedRegistry.OpenAsync(options, Token));

        Assert.Equal(9, options.FindFaults().Count);
        Assert.All(["Name: ", "QueueCapacity is 0", "HandlerDeadline is 00:00:00", "CommitRetries is -1", "'a..b' is no pattern"], part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.Empty(new VersionedRegistryOptions().FindFaults());
    }

    [Fact]
    public async Task Wrong_commit_options_are_refused()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);

        await Assert.ThrowsAsync<ArgumentException>(() => registry.CommitAsync(Create("a"), new() { Actor = "\ud800" }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => registry.CommitAsync(Create("a"), new() { CommitId = Guid.Empty }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => registry.CommitAsync(Create("a"), new() { ExpectedRevision = -1 }, Token));
    }

    private static RegistryOperation Needing(string id, string? need) =>
        RegistryOperation.Create(Entry(id).WithData(need is null ? RegistryValue.EmptyMap : RegistryValue.MapOf(("needs", $"shop:{need}"))));
}
