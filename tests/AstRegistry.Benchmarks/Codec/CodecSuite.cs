using AstRegistry.Benchmarks.Harness;
using AstRegistry.Codec;
using AstRegistry.History;
using AstRegistry.Snapshots;

namespace AstRegistry.Benchmarks.Codec;

/// <summary>How fast what is stored is written and read, and how large it is, against JSON; and how long a registry takes to start from a checkpoint.</summary>
internal sealed class CodecSuite : Suite
{
    private const int Million = 1_000_000;
    private const int Repetitions = 20;

    private static readonly Row Encode = new("encode a change set of 1,000 updates", "System.Text.Json, generated", Target.AtLeast(2.0));
    private static readonly Row Decode = new("decode a change set of 1,000 updates", "System.Text.Json, generated", Target.AtLeast(2.0));
    private static readonly Row Bytes = new("bytes of a change set of 1,000 updates", "System.Text.Json", Target.AtMost(0.75));
    private static readonly Row Chain = new("version of 1,000 updates with hash", "encode alone", Target.None("×"));
    private static readonly Row Boot = new("boot of 1M entries from a checkpoint", "–", Target.AtMost(1, "s"));
    private static readonly Row BootRead = new("boot of 1M entries, reading alone", "–", Target.None("s"));
    private static readonly Row WriteCheckpoint = new("write a checkpoint of 1M entries", "–", Target.None("s"));
    private static readonly Row CheckpointBytes = new("bytes of a checkpoint, per entry", "–", Target.None("B"));

    public override IReadOnlyList<Row> Rows => [Encode, Decode, Bytes, Chain, Boot, BootRead, WriteCheckpoint, CheckpointBytes];

    public override void Run(Session session, Report report)
    {
        if (new[] { Encode, Decode, Bytes, Chain }.Any(report.Wants)) MeasureChanges(session, report);
        if (new[] { Boot, BootRead, WriteCheckpoint, CheckpointBytes }.Any(report.Wants)) MeasureCheckpoint(session, report);
    }

    private static void MeasureChanges(Session session, Report report)
    {
        var changes = SampleEntries.Updates(1000);
        var json = JsonChanges.Of(changes);
        var (ours, theirs) = (ChangeSetCodec.Encode(changes), JsonChanges.Write(json));
        var pairs = session.Times(15, 51);
        var encode = Interleaved.Measure(5, pairs, () => Often(() => ChangeSetCodec.Encode(changes)), () => Often(() => JsonChanges.Write(json)));
        report.Add(Encode, encode.Gains, encode.Raw);
        var decode = Interleaved.Measure(5, pairs, () => Often(() => ChangeSetCodec.Decode(ours)), () => Often(() => JsonChanges.Read(theirs)));
        report.Add(Decode, decode.Gains, decode.Raw);
        report.Add(Bytes, [(double)ours.Length / theirs.Length], $"{ours.Length:N0} B against {theirs.Length:N0} B");
        var version = new RegistryVersion(1, 0, DateTimeOffset.UnixEpoch, "benchmark", Guid.NewGuid(), changes.Count);
        var chain = Interleaved.Measure(5, pairs, () => Often(() => HistoryChain.Create(default, version, changes)), () => Often(() => ChangeSetCodec.Encode(changes)));
        report.Add(Chain, chain.Ratios, chain.Raw);
    }

    private static void MeasureCheckpoint(Session session, Report report)
    {
        byte[] frame;
        {
            var table = SampleEntries.Table(Million);
            var writing = new List<double>();
            frame = CheckpointCodec.Encode(1, table);
            for (var i = 0; i < session.Times(3, 7); i++) writing.Add(Seconds(() => CheckpointCodec.Encode(1, table)));
            report.Add(WriteCheckpoint, writing);
        }

        report.Add(CheckpointBytes, [(double)frame.Length / Million], $"{frame.Length:N0} B");
        report.Add(Boot, Times(session, () => CheckpointCodec.Decode(frame)));
        report.Add(BootRead, Times(session, () => Frame.Read(FrameKind.Checkpoint, frame)));
    }

    /// <summary>The time of one of several runs, because one is too short for the accounting.</summary>
    private static double Often(Action work) => Clock.Time(() =>
    {
        for (var i = 0; i < Repetitions; i++) work();
    }) / Repetitions;

    /// <summary>Each time from a heap without the table before, as a process that starts has it.</summary>
    private static List<double> Times(Session session, Action work)
    {
        var times = new List<double>();
        for (var i = 0; i < session.Times(5, 11); i++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            times.Add(Seconds(work));
        }

        return times;
    }

    private static double Seconds(Action work) => Clock.Time(work) / 1e9;
}
