using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Benchmarks.Harness;
using AstRegistry.Generators;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Benchmarks.Generators;

/// <summary>What the generator does again after one body was edited.</summary>
internal sealed class EditSuite : Suite
{
    private static readonly int[] Sizes = [100, 1_000, 5_000];
    private static readonly Row Constant = new("edit of a body", "a generator that only adds a constant source", Target.AtMost(10));
    private static readonly Row Walk = new("edit of a body", "the same walk without outputs", Target.AtMost(4));
    private static readonly Row WalkAll = new("edit of a body", "walking and packing all files", Target.AtLeast(200));
    private static readonly Row Walked = new("edit of a body: files walked", "exact count", Target.Exactly(1, "files"));
    private static readonly Row Emitted = new("edit of a body: buckets written", "exact count", Target.Exactly(1, "buckets"));
    private static readonly Row Inventory = new("edit of a body: inventories and registries written", "exact count", Target.Exactly(0, "sources"));
    private static readonly Row Allocated = new("edit of a body: allocated", "–", Target.AtMost(3.5, "MB"));
    private static readonly Row Growth = new("edit of a body at 5,000 files", "at 1,000 files", Target.AtMost(5));
    private static readonly Row AddedType = new("added type", "edit of a body", Target.None("×"));

    public override IReadOnlyList<Row> Rows => [Constant, Walk, WalkAll, Walked, Emitted, Inventory, Allocated, Growth, AddedType];

    public override void Run(Session session, Report report)
    {
        session.Synthetic(5_000);
        var largest = Edits(session, 5_000, AstRegistryDetail.Statements);
        foreach (var size in Sizes) RunAt(size, size == 5_000 ? largest : Edits(session, size, AstRegistryDetail.Statements), session, report);
        Grow(session, report, largest);
        AddType(session, report, largest);
    }

    private static Edits Edits(Session session, int files, AstRegistryDetail detail) =>
        new(session.Synthetic(files), Drivers.OfRegistry(detail), CodeBase.EditBody);

    private static void RunAt(int size, Edits ours, Session session, Report report)
    {
        var about = $"{size:N0} files";
        var code = session.Synthetic(size);
        var pairs = session.Times(20, 150);
        var constant = new Edits(code, Drivers.Of(new ConstantSourceGenerator()), CodeBase.EditBody);
        var allocated = new List<double>();
        var againstConstant = Interleaved.Measure(
            10,
            pairs,
            () =>
            {
                var time = ours.Run();
                allocated.Add(ours.Allocated / 1e6);
                return time;
            },
            constant.Run);
        report.Add(Constant, againstConstant.Ratios, againstConstant.Raw, about);
        report.Add(Allocated, allocated, about: about);

        var walk = new Edits(code, Drivers.Of(new WalkOnlyGenerator(AstRegistryDetail.Statements)), CodeBase.EditBody);
        var againstWalk = Interleaved.Measure(10, pairs, ours.Run, walk.Run);
        report.Add(Walk, againstWalk.Ratios, againstWalk.Raw, about);

        if (size == 5_000 && report.Wants(WalkAll))
        {
            var all = new Edits(code, Drivers.Of(new WalkAllGenerator(AstRegistryDetail.Statements)), CodeBase.EditBody);
            var againstAll = Interleaved.Measure(0, session.Times(2, 5), ours.Run, all.Run);
            report.Add(WalkAll, againstAll.Gains, againstAll.Raw, about);
        }

        CountSteps(code, report, about);
    }

    private static void CountSteps(CodeBase code, Report report, string about)
    {
        var edits = new Edits(code, Drivers.OfRegistry(AstRegistryDetail.Statements, trackSteps: true), CodeBase.EditBody);
        edits.Run();
        var result = edits.LastResult;
        var files = Ran(result.TrackedSteps[TrackingNames.Files]);
        var outputs = result.TrackedOutputSteps.SelectMany(static step => step.Value).ToArray();
        var buckets = Ran(result.TrackedSteps[TrackingNames.Buckets]);
        report.Add(Walked, [files], about: about);
        report.Add(Emitted, [buckets], about: about);
        report.Add(Inventory, [Ran(outputs) - buckets], $"{outputs.Length} outputs", about);
    }

    private static int Ran(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(static step => step.Outputs).Count(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private static void Grow(Session session, Report report, Edits largest)
    {
        var smaller = Edits(session, 1_000, AstRegistryDetail.Statements);
        var pairs = Interleaved.Measure(10, session.Times(20, 150), largest.Run, smaller.Run);
        report.Add(Growth, pairs.Ratios, pairs.Raw);
    }

    private static void AddType(Session session, Report report, Edits edited)
    {
        if (!report.Wants(AddedType)) return;
        var added = new Edits(session.Synthetic(5_000), Drivers.OfRegistry(AstRegistryDetail.Statements), CodeBase.AddType);
        var pairs = Interleaved.Measure(10, session.Times(20, 100), added.Run, edited.Run);
        report.Add(AddedType, pairs.Ratios, pairs.Raw, "5,000 files");
    }
}
