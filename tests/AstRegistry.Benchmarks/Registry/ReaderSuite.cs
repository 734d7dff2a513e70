using System.Diagnostics;
using AstRegistry.Benchmarks.Harness;

namespace AstRegistry.Benchmarks.Registry;

/// <summary>How long readers take at worst, one in a hundred, while others work and while nobody does.</summary>
internal sealed class ReaderSuite : Suite
{
    private const int Entries = 100_000;
    private const int Gets = 200;
    private static readonly Row Committing = new("reads while a writer commits, p99", "idle", Target.AtMost(1.2));
    private static readonly Row Stalling = new("reads while a handler stalls 2 s, p99", "idle", Target.AtMost(1.2));

    private static readonly EntryId[] Ids = [.. Enumerable.Range(0, Entries).Select(static i => new EntryId("shop", FormattableString.Invariant($"entry{i}")))];

    public override IReadOnlyList<Row> Rows => [Committing, Stalling];

    public override void Run(Session session, Report report) => RunAsync(session, report).GetAwaiter().GetResult();

    private static async Task RunAsync(Session session, Report report)
    {
        await using var registry = await VersionedRegistry.OpenAsync(new() { History = new NoHistory(), OwnsHistory = true });
        await registry.CommitAsync(new(Ids.Select(static id => RegistryOperation.Create(Entry(id, 0)))));
        var samples = session.Times(10_000, 50_000);
        var committing = Interleaved.Measure(1, session.Times(7, 21), () => WhileCommitting(registry, samples), () => Read(registry, samples));
        report.Add(Committing, committing.Ratios, committing.Raw);

        using var stall = new Stall();
        registry.Handle("stall", "stalled", stall.HandleAsync);
        var stalling = Interleaved.Measure(1, session.Times(5, 15), () => WhileStalling(registry, stall, samples), () => Read(registry, samples));
        report.Add(Stalling, stalling.Ratios, stalling.Raw);
    }

    /// <summary>The 99th percentile of the time of a few hundred gets.</summary>
    private static double Read(VersionedRegistry registry, int samples)
    {
        var times = new double[samples];
        var found = 0;
        for (var i = 0; i < samples; i++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var j = 0; j < Gets; j++)
            {
                if (registry.Current.TryGet(Ids[((i * 31) + (j * 127)) % Entries], out _)) found++;
            }

            times[i] = Stopwatch.GetElapsedTime(started).TotalNanoseconds;
        }

        if (found != samples * Gets) throw new InvalidOperationException("An entry was not found.");
        Array.Sort(times);
        return times[(int)(samples * 0.99)];
    }

    private static double WhileCommitting(VersionedRegistry registry, int samples)
    {
        using var stopping = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            // A commit of ten each millisecond: the readers' own caches are what is measured, not the want of a processor.
            for (var round = 1; !stopping.IsCancellationRequested; round++)
            {
                await registry.CommitAsync(new(Enumerable.Range(0, 10).Select(i => RegistryOperation.Update(Entry(Ids[(round + (i * 997)) % Entries], round)))));
                await Task.Delay(1);
            }
        });
        var time = Read(registry, samples);
        stopping.Cancel();
        writing.GetAwaiter().GetResult();
        return time;
    }

    private static double WhileStalling(VersionedRegistry registry, Stall stall, int samples)
    {
        stall.Begin();
        var commit = registry.CommitAsync(new(RegistryOperation.Create(new(new("stalled", Guid.NewGuid().ToString("n")), "stalled"))));
        stall.Reached.GetAwaiter().GetResult();
        var until = Task.Delay(TimeSpan.FromSeconds(2));
        var time = Read(registry, samples);
        until.GetAwaiter().GetResult();
        stall.End();
        if (!commit.GetAwaiter().GetResult().IsCommitted) throw new InvalidOperationException("The commit did not take place.");
        return time;
    }

    private static RegistryEntry Entry(EntryId id, long data) => new(id, "function", default, data);

    /// <summary>A handler that does not answer before it may.</summary>
    private sealed class Stall : IDisposable
    {
        private readonly SemaphoreSlim _gate = new(0);
        private TaskCompletionSource _reached = new();

        public Task Reached => _reached.Task;

        public void Begin() => _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void End() => _gate.Release();

        public async ValueTask HandleAsync(OperationContext operation, CancellationToken cancellationToken)
        {
            _reached.SetResult();
            await _gate.WaitAsync(cancellationToken);
        }

        public void Dispose() => _gate.Dispose();
    }
}
