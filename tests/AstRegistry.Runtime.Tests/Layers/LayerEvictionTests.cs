using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using static AstRegistry.Runtime.Tests.Layers.Layer;

namespace AstRegistry.Runtime.Tests.Layers;

public sealed class LayerEvictionTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(4);
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void An_idle_batch_is_evicted_and_the_root_is_kept()
    {
        using var root = NewRoot(Options());
        root.PutScheme(A, "root");
        var batch = root.BeginBatch();
        batch.PutScheme(A, "lost");
        _time.Advance(Timeout);
        _time.Advance(10 * Timeout);

        var error = Assert.Throws<LayerEvictedException>(() => batch.SchemeOf(A));
        Assert.IsAssignableFrom<ObjectDisposedException>(error);
        Assert.Equal(Timeout, error.Timeout);
        Assert.Contains("300 s", error.Message, StringComparison.Ordinal);
        Assert.Throws<LayerEvictedException>(() => batch.Commit());
        Assert.Throws<LayerEvictedException>(() => batch.PutScheme(A, "x"));
        batch.Dispose();
        Assert.Equal("root", root.SchemeOf(A));
    }

    [Fact]
    public void Every_use_keeps_a_batch()
    {
        using var root = NewRoot(Options());
        var batch = root.BeginBatch();
        foreach (var use in (Action[])
        [
            () => batch.SchemeOf(A), () => batch.AstOf(A), () => batch.PutScheme(A, "x"), () => batch.PutAst(A, "x"), () => batch.Remove(A), () => batch.Remove(A),
            () => batch.ListNamespace("shop"), () => batch.ListExports(), () => batch.BeginBatch().Commit(), () => batch.BeginBatch().Discard(), () => _ = batch.Revision,
        ])
        {
            use();
            _time.Advance(Most);
        }

        batch.Commit();
        Assert.Equal(1, root.Revision);
    }

    [Fact]
    public void A_batch_is_evicted_when_its_time_is_over_and_not_before()
    {
        using var root = NewRoot(Options());
        var early = root.BeginBatch();
        _time.Advance(Most);
        var late = root.BeginBatch();
        _time.Advance(Timeout - Most);

        Assert.Throws<LayerEvictedException>(() => early.SchemeOf(A));
        Assert.Null(late.SchemeOf(A));
        _time.Advance(Timeout);
        Assert.Throws<LayerEvictedException>(() => late.SchemeOf(A));
    }

    [Fact]
    public void A_batch_is_kept_as_long_as_one_above_it_is()
    {
        using var root = NewRoot(Options());
        var parent = root.BeginBatch();
        var child = parent.BeginBatch();
        child.PutScheme(A, "child");
        for (var i = 0; i < 5; i++)
        {
            _time.Advance(Most);
            child.SchemeOf(A);
        }

        child.Commit();
        Assert.Equal("child", parent.SchemeOf(A));
    }

    [Fact]
    public void A_whole_stack_is_evicted_when_nobody_uses_its_top()
    {
        using var root = NewRoot(Options());
        var stack = new List<LayeredRegistry<string, string>> { root };
        for (var i = 0; i < 10_000; i++) stack.Add(stack[^1].BeginBatch());
        _time.Advance(Timeout);

        Assert.All(stack.Skip(1), static layer => Assert.EndsWith("Evicted", layer.ToString(), StringComparison.Ordinal));
        Assert.Null(root.SchemeOf(A));
    }

    [Fact]
    public void What_an_evicted_batch_held_goes()
    {
        using var root = NewRoot(Options());
        var (batch, content) = Fill(root);
        _time.Advance(Timeout);
        GC.Collect();

        Assert.False(content.IsAlive);
        GC.KeepAlive(batch);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (object, WeakReference) Fill(LayeredRegistry<string, string> root)
        {
            var batch = root.BeginBatch();
            var scheme = new string('x', 100);
            batch.PutScheme(A, scheme);
            Assert.Same(scheme, batch.SchemeOf(A));
            return (batch, new(scheme));
        }
    }

    [Fact]
    public void A_forgotten_batch_does_not_keep_those_below_it()
    {
        using var root = NewRoot(Options());
        var parent = root.BeginBatch();
        Forget(parent);
        GC.Collect();
        _time.Advance(Timeout);

        Assert.Throws<LayerEvictedException>(() => parent.SchemeOf(A));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Forget(LayeredRegistry<string, string> parent) => parent.BeginBatch().PutScheme(A, "x");
    }

    [Fact]
    public void Without_a_timeout_nobody_looks_at_the_clock()
    {
        var time = new CountingTime();
        using var root = NewRoot(new() { TimeProvider = time });
        using var batch = root.BeginBatch();
        batch.PutScheme(A, "x");
        batch.SchemeOf(A);
        batch.BeginBatch().Commit();

        Assert.Equal(0, time.Looks);
    }

    [Fact]
    public void No_timer_runs_without_batches()
    {
        var time = new CountingTime();
        using var root = NewRoot(new() { TimeProvider = time, IdleTimeout = Timeout });
        root.PutScheme(A, "x");
        Assert.Equal(0, time.Timers);
        var one = root.BeginBatch();
        var two = root.BeginBatch();
        Assert.Equal(1, time.Timers);
        one.Commit();
        Assert.Equal(1, time.Timers);
        two.Discard();
        Assert.Equal(0, time.Timers);
    }

    [Fact]
    public void A_timeout_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NewRoot(new() { IdleTimeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => NewRoot(new() { IdleTimeout = LayerOptions.MaxIdleTimeout + TimeSpan.FromTicks(1) }));
        Assert.Throws<ArgumentException>(() => NewRoot(new() { TimeProvider = null! }));
    }

    private LayerOptions Options() => new() { IdleTimeout = Timeout, TimeProvider = _time };

    private sealed class CountingTime : TimeProvider
    {
        public int Looks { get; private set; }

        public int Timers { get; private set; }

        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("Only elapsed time matters.");

        public override long GetTimestamp()
        {
            Looks++;
            return 0;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timers++;
            return new Timer(this);
        }

        private sealed class Timer(CountingTime time) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => time.Timers--;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return default;
            }
        }
    }
}
