using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Registry;

/// <summary>Listens to the whole process, so it runs beside no other test.</summary>
[Collection("telemetry")]
[CollectionDefinition("telemetry", DisableParallelization = true)]
public sealed class TelemetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_match_a_scripted_run()
    {
        var measured = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, self) =>
        {
            if (instrument.Meter.Name == "AstRegistry" && instrument.Name is not "astregistry.commit.queue.length") self.EnableMeasurementEvents(instrument);
        };
        void Add(Instrument instrument, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var outcome = tags.Length == 0 ? "" : $" {tags[0].Value}";
            lock (measured) measured.Add($"{instrument.Name}{outcome} {value}");
        }

        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, FormattableString.Invariant($"{value}"), tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, FormattableString.Invariant($"{value}"), tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, FormattableString.Invariant($"{value}"), tags));
        listener.Start();

        var time = new FakeTimeProvider();
        await using (var registry = await VersionedRegistry.OpenAsync(new() { TimeProvider = time }, Token))
        {
            await Done(registry.CommitAsync(Create("a", "b"), null, Token));
            await registry.LoadStateAsync(0, Token);
            await registry.CommitAsync(Create("a"), null, Token);
            var reached = new TaskCompletionSource();
            registry.Handle("hung", "**", async (_, _) =>
            {
                reached.SetResult();
                await new TaskCompletionSource().Task;
            });
            var commit = registry.CommitAsync(Create("c"), null, Token);
            await reached.Task.WaitAsync(Token);
            time.Advance(TimeSpan.FromSeconds(30));
            Assert.IsType<CommitOutcome.TimedOut>(await commit);
        }

        Assert.Equal(
            [
                "astregistry.commits committed 1", "astregistry.commit.duration committed 0", "astregistry.commit.operations 2",
                "astregistry.asof.reads 1",
                "astregistry.commits conflict 1", "astregistry.commit.duration conflict 0",
                "astregistry.handler.duration 0", "astregistry.handler.duration 30", "astregistry.handler.timeouts 1", "astregistry.handler.duration 0",
                "astregistry.commits timedout 1", "astregistry.commit.duration timedout 30",
            ],
            measured);
    }

    [Fact]
    public async Task A_span_has_the_calls_of_handlers_below_it()
    {
        var ended = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "AstRegistry",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (ended) ended.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var registry = await VersionedRegistry.OpenAsync(new() { Name = "spans" }, Token);
        registry.Handle("all", "**", static (_, _) => default);

        await Done(registry.CommitAsync(Create("a"), null, Token));

        var mine = ended.Where(static activity => activity.Kind == ActivityKind.Internal).ToList();
        var commit = Assert.Single(mine, static activity => activity.OperationName == "astregistry.commit" && "spans".Equals(activity.GetTagItem("astregistry.registry")));
        Assert.Equal("committed", commit.GetTagItem("astregistry.outcome"));
        var calls = mine.Where(activity => activity.ParentSpanId == commit.SpanId).ToList();
        Assert.Equal(3, calls.Count);
        Assert.All(calls, static call => Assert.Equal(("astregistry.handler", "all"), (call.OperationName, call.GetTagItem("astregistry.handler"))));
    }
}
