using Microsoft.Extensions.Time.Testing;
using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Transactions;

/// <summary>Handlers that misbehave, each in its way.</summary>
public sealed class HandlerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<RegistryNotice> _notices = [];
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private VersionedRegistry _registry = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _registry = await VersionedRegistry.OpenAsync(new() { TimeProvider = _time, OnNotice = Note }, Token);
        await Done(_registry.CommitAsync(Create("old"), null, Token));
    }

    public ValueTask DisposeAsync() => _registry.DisposeAsync();

    [Fact]
    public async Task One_that_throws_rejects()
    {
        var handler = _registry.Handle("bad", "**", static (_, _) => throw new FormatException("no such thing"));

        var outcome = Assert.IsType<CommitOutcome.Rejected>(await _registry.CommitAsync(Create("a"), null, Token));

        Assert.Equal("FormatException: no such thing", outcome.Reason);
        Assert.Equal(1, handler.Failures);
        Assert.Equal(1, _registry.Current.Revision);
        Assert.Single(_notices, static notice => notice is { Kind: RegistryNoticeKind.HandlerThrew, Handler: "bad", Exception: FormatException, Registry: "registry" });
    }

    [Fact]
    public async Task One_that_throws_at_the_beginning_rejects()
    {
        var good = new LoggingHandler("good");
        _registry.Handle("good", "**", good);
        _registry.Handle("bad", "function", new LoggingHandler { OnBegin = static (_, _) => throw new FormatException("not today") });

        var outcome = Assert.IsType<CommitOutcome.Rejected>(await _registry.CommitAsync(Create("a", "b"), null, Token));

        Assert.Equal(("bad", "Create shop:a", "FormatException: not today"), (outcome.Handler, outcome.Operation.ToString(), outcome.Reason));
        Assert.Equal(["good begin", "good discard"], good.Log);
    }

    [Fact]
    public async Task One_that_hangs_is_given_up_after_its_30_seconds_though_it_ignores_its_token()
    {
        var release = new TaskCompletionSource();
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = _registry.Handle("hung", "**", async (operation, token) =>
        {
            token.Register(told.SetResult);
            _reached.TrySetResult();
            await release.Task;
            operation.Accept();
        });
        var before = _registry.Current;

        var commit = _registry.CommitAsync(Create("a"), null, Token);
        await _reached.Task.WaitAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        Assert.False(told.Task.IsCompleted);
        Assert.False(commit.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));

        var outcome = Assert.IsType<CommitOutcome.TimedOut>(await commit.WaitAsync(Token));
        Assert.Equal(("hung", TimeSpan.FromSeconds(30)), (outcome.Handler, outcome.Deadline));
        await told.Task.WaitAsync(Token);
        Assert.Same(before, _registry.Current);
        Assert.Equal(1, handler.Timeouts);

        // Its vote comes late and changes nothing.
        release.SetResult();
        await Eventually.HoldsAsync(() => handler.LateVotes > 0);
        Assert.Same(before, _registry.Current);
        Assert.Contains(_notices, static notice => notice.Kind == RegistryNoticeKind.LateVote);
    }

    [Fact]
    public async Task One_that_blocks_its_thread_is_given_up_too()
    {
        using var release = new ManualResetEventSlim();
        _registry.Handle("blocked", "**", (_, _) =>
        {
            _reached.TrySetResult();
            release.Wait(Token);
            return default;
        });

        var commit = _registry.CommitAsync(Create("a"), null, Token);
        await _reached.Task.WaitAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<CommitOutcome.TimedOut>(await commit.WaitAsync(Token));
        release.Set();
    }

    [Fact]
    public async Task Each_has_a_deadline_of_its_own()
    {
        var log = new LoggingHandler();
        _registry.Handle("patient", "**", log, new() { Deadline = TimeSpan.FromHours(1) });
        _registry.Handle("hasty", "**", async (_, token) =>
        {
            _reached.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        }, new() { Deadline = TimeSpan.FromSeconds(1) });

        var commit = _registry.CommitAsync(Create("a"), null, Token);
        await _reached.Task.WaitAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(1));

        var outcome = Assert.IsType<CommitOutcome.TimedOut>(await commit.WaitAsync(Token));
        Assert.Equal(("hasty", TimeSpan.FromSeconds(1)), (outcome.Handler, outcome.Deadline));
        Assert.Equal(["begin", "Create shop:a", "inverse: Delete shop:a", "discard"], log.Log);
    }

    [Fact]
    public async Task The_registry_goes_on_after_one_has_hung()
    {
        var isHung = true;
        _registry.Handle("moody", "**", async (_, _) =>
        {
            _reached.TrySetResult();
            if (isHung) await new TaskCompletionSource().Task;
        });
        var commit = _registry.CommitAsync(Create("a"), null, Token);
        var next = _registry.CommitAsync(Create("b"), null, Token);
        await _reached.Task.WaitAsync(Token);
        isHung = false;
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<CommitOutcome.TimedOut>(await commit.WaitAsync(Token));
        await Done(next.WaitAsync(Token));
        Assert.Equal("b=0 old=0", Text(_registry.Current));
    }

    [Fact]
    public async Task A_vote_may_come_later_from_elsewhere()
    {
        OperationContext? asked = null;
        _registry.Handle("slow", "**", (operation, _) =>
        {
            operation.Defer();
            asked = operation;
            _reached.TrySetResult();
            return default;
        });

        var commit = _registry.CommitAsync(Create("a"), null, Token);
        await _reached.Task.WaitAsync(Token);
        Assert.False(commit.IsCompleted);
        asked!.Accept();

        await Done(commit.WaitAsync(Token));
    }

    [Fact]
    public async Task A_deferred_vote_has_a_deadline_as_well()
    {
        _registry.Handle("slow", "**", (operation, _) =>
        {
            operation.Defer();
            _reached.TrySetResult();
            return default;
        });

        var commit = _registry.CommitAsync(Create("a"), null, Token);
        await _reached.Task.WaitAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<CommitOutcome.TimedOut>(await commit.WaitAsync(Token));
    }

    [Fact]
    public async Task The_first_vote_counts_and_others_are_counted()
    {
        var handler = _registry.Handle("eager", "**", static (operation, _) =>
        {
            operation.Accept();
            operation.Accept();
            operation.Reject("after all");
            return default;
        });

        await Done(_registry.CommitAsync(Create("a"), null, Token));

        await Eventually.HoldsAsync(() => handler.RepeatedVotes == 2);
        Assert.Equal((2, 0), (handler.RepeatedVotes, handler.LateVotes));
    }

    [Fact]
    public async Task One_that_throws_after_it_has_accepted_is_counted_only()
    {
        var handler = _registry.Handle("late", "**", static (operation, _) =>
        {
            operation.Accept();
            throw new InvalidOperationException("too late");
        });

        await Done(_registry.CommitAsync(Create("a"), null, Token));

        await Eventually.HoldsAsync(() => handler.Failures > 0);
    }

    [Fact]
    public async Task One_may_read_the_registry_and_sees_the_entries_before()
    {
        var seen = "";
        _registry.Handle("reader", "**", async (operation, token) =>
        {
            seen = $"{Text(_registry.Current)} then {Text(operation.Transaction.After)} after {Text(await _registry.LoadStateAsync(0, token))}";
        });

        await Done(_registry.CommitAsync(Create("a"), null, Token));

        Assert.Equal("old=0 then a=0 old=0 after ", seen);
    }

    [Fact]
    public async Task One_that_commits_while_the_registry_waits_for_it_gets_an_error()
    {
        var errors = new List<Exception?>();
        _registry.Handle("reentrant", "**", async (_, token) =>
        {
            errors.Add(await Record.ExceptionAsync(() => _registry.CommitAsync(Create("b"), null, token)));
            errors.Add(await Record.ExceptionAsync(() => Task.Run(() => _registry.CheckoutAsync(0, token), token)));
            errors.Add(await Record.ExceptionAsync(() => _registry.CompactAsync(0, token)));
            errors.Add(await Record.ExceptionAsync(async () => await _registry.DisposeAsync()));
        });

        await Done(_registry.CommitAsync(Create("a"), null, Token));

        Assert.Equal(4, errors.Count);
        Assert.All(errors, static error => Assert.IsType<ReentrantCommitException>(error));
    }

    [Fact]
    public async Task One_may_commit_once_it_has_voted()
    {
        Task<CommitOutcome>? inner = null;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _registry.Handle("follow-up", "function", (operation, token) =>
        {
            operation.Accept();
            inner = _registry.CommitAsync(new(RegistryOperation.Create(Entry("b", kind: "type"))), null, token);
            started.SetResult();
            return default;
        });

        await Done(_registry.CommitAsync(Create("a"), null, Token));
        await started.Task.WaitAsync(Token);

        await Done(inner!.WaitAsync(Token));
        Assert.Equal("a=0 b=0 old=0", Text(_registry.Current));
    }

    [Fact]
    public async Task One_that_hangs_while_it_is_undone_is_told_to_discard_and_no_more()
    {
        var undoing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hung = new LoggingHandler
        {
            OnOperation = static (operation, _) => operation.Operation.Id.Name == "c" ? throw new InvalidOperationException() : default,
            OnInverse = async (_, _) =>
            {
                undoing.TrySetResult();
                await new TaskCompletionSource().Task;
            },
        };
        _registry.Handle("hung", "**", hung);

        var commit = _registry.CommitAsync(Create("a", "b", "c"), null, Token);
        await undoing.Task.WaitAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<CommitOutcome.Rejected>(await commit.WaitAsync(Token));
        Assert.Equal(["begin", "Create shop:a", "Create shop:b", "Create shop:c", "inverse: Delete shop:b", "discard"], hung.Log);
    }

    [Fact]
    public async Task One_that_throws_at_the_commit_changes_nothing_about_it()
    {
        var handler = _registry.Handle("bad", "**", new LoggingHandler { OnCommit = static (_, _) => throw new InvalidOperationException() });

        await Done(_registry.CommitAsync(Create("a"), null, Token));

        Assert.Equal(1, handler.Failures);
    }

    [Fact]
    public async Task One_that_left_is_not_asked_any_more()
    {
        var handler = new LoggingHandler();
        var registration = _registry.Handle("gone", "**", handler);
        Assert.Throws<ArgumentException>(() => _registry.Handle("gone", "**", handler));
        registration.Dispose();

        await Done(_registry.CommitAsync(Create("a"), null, Token));

        Assert.Empty(handler.Log);
        _registry.Handle("gone", "**", handler);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<TopicPatternException>(() => _registry.Handle("h", "a..b", new LoggingHandler()));
        Assert.Throws<ArgumentException>(() => _registry.Handle(" ", "**", new LoggingHandler()));
        Assert.Throws<ArgumentException>(() => _registry.Handle("h", "**", new LoggingHandler(), new() { Deadline = TimeSpan.Zero }));
        Assert.Throws<ArgumentException>(() => _registry.Handle("h", "**", new LoggingHandler(), new() { FromBeginning = true }));
    }

    /// <summary>Readers share nothing with a transaction, so what they see is the same before, while and after a handler hangs.</summary>
    [Fact]
    public async Task Readers_are_undisturbed_while_one_hangs()
    {
        _registry.Handle("hung", "**", async (_, _) =>
        {
            _reached.TrySetResult();
            await new TaskCompletionSource().Task;
        });
        var before = _registry.Current;
        var commit = _registry.CommitAsync(new([.. Update("old", 9), .. Create("a")]), null, Token);
        await _reached.Task.WaitAsync(Token);

        var reads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 10_000).All(_ => _registry.Current == before && !_registry.Current.Contains(EntryId.Parse("shop:a"))), Token)));
        var (old, diff) = (await _registry.LoadStateAsync(0, Token), await _registry.DiffAsync(0, 1, Token));

        Assert.All(reads, Assert.True);
        Assert.Equal((0, 1), (old.Count, diff.Count));
        Assert.False(commit.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(30));
        await commit.WaitAsync(Token);
    }

    private void Note(RegistryNotice notice)
    {
        lock (_notices) _notices.Add(notice);
    }
}
