using System.Diagnostics.Metrics;
using static AstRegistry.Runtime.Tests.Layers.Layer;

namespace AstRegistry.Runtime.Tests.Layers;

public sealed class LayerMetricsTests
{
    [Fact]
    public void Gets_and_batches_are_counted_as_they_happen()
    {
        using var listener = new Listener();
        using var root = NewRoot();
        var batch = root.BeginBatch();
        batch.Put(A, "s", "t");
        batch.PutScheme(B, "s");
        batch.PutScheme(B, "again");
        batch.SchemeOf(A);
        batch.AstOf(A);
        batch.TryGetScheme("shop", "b", out _);
        batch.AstOf(B);
        batch.TryGetAst("shop", "none", out _);
        batch.Commit();
        var one = root.BeginBatch();
        var two = root.BeginBatch();
        one.PutScheme(A, "one");
        two.PutScheme(A, "two");
        one.Commit();
        two.TryCommit(out _);
        two.Discard();

        Assert.Equal(
            new Dictionary<string, double[]>
            {
                ["astregistry.layer.gets {get} outcome=hit"] = [1, 1, 1],
                ["astregistry.layer.gets {get} outcome=miss"] = [1, 1],
                ["astregistry.layer.batch.size {element} "] = [2, 1],
                ["astregistry.layer.batch.ends {batch} outcome=committed"] = [1, 1],
                ["astregistry.layer.batch.ends {batch} outcome=conflict"] = [1],
                ["astregistry.layer.batch.ends {batch} outcome=discarded"] = [1],
            },
            listener.Measurements);
    }

    [Fact]
    public void A_get_allocates_nothing_whether_somebody_listens_or_not()
    {
        using var root = NewRoot();
        root.Put(A, "s", "t");
        using var batch = root.BeginBatch();
        Assert.Equal(0, Allocated());
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "AstRegistry") listener.EnableMeasurementEvents(instrument);
        };
        listener.Start();
        Assert.Equal(0, Allocated());

        long Allocated()
        {
            for (var i = 0; i < 100; i++) Ask();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1_000; i++) Ask();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        void Ask()
        {
            _ = batch.TryGetScheme(A, out _) & batch.TryGetAst("shop", "a", out _) & batch.TryGetScheme("shop", "nothing", out _);
        }
    }

    /// <summary>Measurements of this thread; other tests run beside it.</summary>
    private sealed class Listener : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly int _thread = Environment.CurrentManagedThreadId;
        private readonly Dictionary<string, List<double>> _measurements = [];

        public Listener()
        {
            _listener.InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "AstRegistry" && instrument.Name.StartsWith("astregistry.layer.", StringComparison.Ordinal)) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            {
                if (Environment.CurrentManagedThreadId != _thread) return;
                var key = $"{instrument.Name} {instrument.Unit} {string.Join(',', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"))}";
                if (!_measurements.TryGetValue(key, out var values)) _measurements[key] = values = [];
                values.Add(value);
            });
            _listener.Start();
        }

        public Dictionary<string, double[]> Measurements => _measurements.ToDictionary(static item => item.Key, static item => item.Value.ToArray());

        public void Dispose() => _listener.Dispose();
    }
}
