using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Benchmarks.Harness;
using AstRegistry.Generators.Files;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Benchmarks.Generators;

/// <summary>What the registry costs in a build whose compiler is warm.</summary>
internal sealed class BuildSuite : Suite
{
    private const string BindAndEmit = "bind and emit on one thread";
    private static readonly Row Walk = new("walk at Statements", BindAndEmit, Target.AtMost(2.5, "%"));
    private static readonly Row WalkNodes = new("walk at Nodes", BindAndEmit, Target.AtMost(2.5, "%"));
    private static readonly Row Pack = new("walk and packing at Statements", BindAndEmit, Target.None("%"));
    private static readonly Row PackNodes = new("walk and packing at Nodes", BindAndEmit, Target.None("%"));
    private static readonly Row Members = new("generator and generated code at Members", "parse, bind and emit without it", Target.AtMost(3, "%"));
    private static readonly Row Statements = new("generator and generated code at Statements", "parse, bind and emit without it", Target.AtMost(6, "%"));
    private static readonly Row Whole = new("whole build at Statements", "parse, bind and emit without it", Target.None("×"));

    public override IReadOnlyList<Row> Rows => [Walk, WalkNodes, Pack, PackNodes, Members, Statements, Whole];

    public override void Run(Session session, Report report)
    {
        foreach (var code in session.Real.Prepend(session.Synthetic(session.Times(150, 1_000))))
        {
            var repeats = session.Times(3, 7);
            if (!BareEmit(code)) report.Skip(Statements, "does not compile", code.Name);
            else Measure(report, code, repeats);
        }
    }

    private static void Measure(Report report, CodeBase code, int repeats)
    {
        foreach (var (walk, pack, detail) in new[] { (Walk, Pack, AstRegistryDetail.Statements), (WalkNodes, PackNodes, AstRegistryDetail.Nodes) })
        {
            if (!report.Wants(walk) && !report.Wants(pack)) continue;
            var walked = Interleaved.Measure(1, repeats, () => WalkAll(code, detail), () => EmitTime(code.Fresh().Compile(concurrent: false)));
            report.Add(walk, Percent(walked), walked.Raw, code.Name);
            var packed = Interleaved.Measure(1, repeats, () => PackAll(code, detail), () => EmitTime(code.Fresh().Compile(concurrent: false)));
            report.Add(pack, Percent(packed), packed.Raw, code.Name);
        }

        foreach (var (row, detail) in new[] { (Members, AstRegistryDetail.Members), (Statements, AstRegistryDetail.Statements) })
        {
            if (!report.Wants(row)) continue;
            var added = Interleaved.Measure(1, repeats, () => AddedTime(code, detail), () => ParseTime(code) + EmitTime(code.Fresh().Compile(concurrent: false)));
            report.Add(row, Percent(added), added.Raw, code.Name);
        }

        if (!report.Wants(Whole)) return;
        var whole = Interleaved.Measure(
            1,
            repeats,
            () => ParseTime(code) + Clock.Time(() => Emit(Drivers.AddRegistry(code.Fresh().Compile(concurrent: false), AstRegistryDetail.Statements))),
            () => ParseTime(code) + EmitTime(code.Fresh().Compile(concurrent: false)));
        report.Add(Whole, whole.Ratios, whole.Raw, code.Name);
    }

    /// <summary>
    /// What a build takes on: the generator from scratch, the parsing of its sources included, and binding and emitting these sources. The
    /// last is taken from compilations of its own, because the difference of two whole builds drowns in their noise.
    /// </summary>
    private static double AddedTime(CodeBase code, AstRegistryDetail detail)
    {
        var compilation = code.Fresh().Compile(concurrent: false);
        Compilation? updated = null;
        var generator = Clock.Time(() => updated = Drivers.AddRegistry(compilation, detail));
        var generated = updated!.SyntaxTrees.Except(compilation.SyntaxTrees).ToArray();
        var alone = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(generated);
        return generator + EmitTime(alone) - EmitTime(compilation.RemoveAllSyntaxTrees());
    }

    private static double WalkAll(CodeBase code, AstRegistryDetail detail)
    {
        var options = new InventoryOptions(detail);
        var trees = code.Fresh().Trees;
        return Clock.Time(() =>
        {
            foreach (var tree in trees) SyntaxInventory.Read(tree, options);
        });
    }

    private static double PackAll(CodeBase code, AstRegistryDetail detail)
    {
        var reader = new FileReader(SyntaxInventory.Read);
        var settings = WalkSettings.Of(detail);
        var trees = code.Fresh().Trees;
        return Clock.Time(() =>
        {
            foreach (var tree in trees) reader.Read(tree, settings, default);
        });
    }

    private static double ParseTime(CodeBase code) => Clock.Time(code.Parse);

    private static double EmitTime(Compilation compilation) => Clock.Time(() => Emit(compilation));

    private static bool BareEmit(CodeBase code) => Emit(code.Compile());

    private static bool Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        return compilation.Emit(stream).Success;
    }

    private static double[] Percent(Interleaved pairs) => [.. pairs.Ratios.Select(static ratio => ratio * 100)];
}
