using System.Collections.Immutable;
using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Benchmarks.Harness;

namespace AstRegistry.Benchmarks.Snapshots;

/// <summary>Layers: gets at every depth, batches that begin and end, commits.</summary>
internal sealed class LayerSuite : Suite
{
    private const int Size = 100_000;
    private const int Updates = 1_000;
    private static readonly Row Deep = new("layers: get at depth 8", "depth 1", Target.AtMost(1.1));
    private static readonly Row Deeper = new("layers: get at depth 64", "depth 1", Target.AtMost(1.1));
    private static readonly Row Deepest = new("layers: get at depth 100,000", "depth 1", Target.AtMost(1.1));
    private static readonly Row Fork = new("layers: begin and discard a batch", "–", Target.AtMost(100, "ns"));
    private static readonly Row Commit = new("layers: batch of 1,000 updates of 100k, put and committed", "ImmutableDictionary builder", Target.AtLeast(6));
    private static readonly Row CommitTime = new("layers: batch of 1,000 updates of 100k, put and committed", "–", Target.None("µs"));
    private static readonly Row Rebase = new("layers: commit of 1,000 updates after a sibling", "commit without", Target.None("×"));
    private static readonly Row Bytes = new("layers: get: allocated", "–", Target.Exactly(0, "B"));

    public override IReadOnlyList<Row> Rows => [Deep, Deeper, Deepest, Fork, Commit, CommitTime, Rebase, Bytes];

    public override void Run(Session session, Report report)
    {
        var root = LayeredRegistry<string, string>.NewRoot();
        EntryId[] ids = [.. Enumerable.Range(0, Size).Select(static i => new EntryId($"shop.area{i % 20}", $"Cart{i / 7}.Add(Item{i})"))];
        foreach (var id in ids) root.Put(id, "scheme", "ast");
        new RandomSequence(3).Shuffle(ids);
        MeasureGets(session, report, root, ids);
        MeasureFork(session, report, root);
        MeasureCommit(session, report, root, ids[..Updates]);
    }

    private static void MeasureGets(Session session, Report report, LayeredRegistry<string, string> root, EntryId[] ids)
    {
        var shallow = Above(root, 1, ids);
        foreach (var (row, depth) in (IEnumerable<(Row, int)>)[(Deep, 8), (Deeper, 64), (Deepest, 100_000)])
        {
            if (!report.Wants(row)) continue;
            var deep = Above(root, depth, ids);
            var pairs = Interleaved.Measure(8, session.Times(25, 100), () => PerKey(deep, ids), () => PerKey(shallow, ids));
            report.Add(row, pairs.Ratios, pairs.Raw);
        }

        if (!report.Wants(Bytes)) return;
        Get(shallow, ids);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Get(shallow, ids);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        report.Add(Bytes, [bytes]);
    }

    /// <summary>A stack of batches, each with a change of its own.</summary>
    private static LayeredRegistry<string, string> Above(LayeredRegistry<string, string> root, int depth, EntryId[] ids)
    {
        var top = root;
        for (var i = 0; i < depth; i++)
        {
            top = top.BeginBatch();
            top.PutScheme(ids[i % 1_000], "changed");
        }

        return top;
    }

    private static double PerKey(LayeredRegistry<string, string> layer, EntryId[] ids) => Clock.Time(() =>
    {
        for (var round = 0; round < 3; round++) Get(layer, ids);
    }) / 3 / ids.Length;

    private static void Get(LayeredRegistry<string, string> layer, EntryId[] ids)
    {
        var found = 0;
        foreach (var id in ids) found += layer.TryGetScheme(id, out _) ? 1 : 0;
        if (found != ids.Length) throw new InvalidOperationException("An element is missing.");
    }

    private static void MeasureFork(Session session, Report report, LayeredRegistry<string, string> root)
    {
        if (!report.Wants(Fork)) return;
        var times = Enumerable.Range(0, session.Times(30, 100) + 10).Select(_ => Clock.Time(() =>
        {
            for (var i = 0; i < 100_000; i++) root.BeginBatch().Discard();
        }) / 100_000);
        report.Add(Fork, [.. times.Skip(10)]);
    }

    private static void MeasureCommit(Session session, Report report, LayeredRegistry<string, string> root, EntryId[] changed)
    {
        if (report.Wants(Commit) || report.Wants(CommitTime))
        {
            var immutable = root.Snapshot.Ids.ToImmutableDictionary(static id => id, static _ => "scheme");
            var pairs = Interleaved.Measure(10, session.Times(40, 150), () => Repeated(() => PutAndCommit(root, changed)), () => Repeated(() => Update(immutable, changed)));
            report.Add(Commit, pairs.Gains, pairs.Raw);
            report.Add(CommitTime, [.. pairs.Ours.Select(static time => time / 1e3)]);
        }

        if (!report.Wants(Rebase)) return;
        var rebased = Interleaved.Measure(10, session.Times(40, 150), () => Repeated(() => PutAndRebase(root, changed)), () => Repeated(() => PutAndCommit(root, changed)));
        report.Add(Rebase, rebased.Ratios, rebased.Raw);
    }

    private static double Repeated(Action work) => Clock.Time(() =>
    {
        for (var i = 0; i < 10; i++) work();
    }) / 10;

    private static void PutAndCommit(LayeredRegistry<string, string> root, EntryId[] changed)
    {
        var batch = root.BeginBatch();
        foreach (var id in changed) batch.PutScheme(id, "changed");
        batch.Commit();
    }

    private static void PutAndRebase(LayeredRegistry<string, string> root, EntryId[] changed)
    {
        var batch = root.BeginBatch();
        foreach (var id in changed) batch.PutScheme(id, "changed");
        root.PutAst(changed[0], "sibling");
        batch.Commit();
    }

    private static void Update(ImmutableDictionary<EntryId, string> dictionary, EntryId[] changed)
    {
        var builder = dictionary.ToBuilder();
        foreach (var id in changed) builder[id] = "changed";
        builder.ToImmutable();
    }
}
