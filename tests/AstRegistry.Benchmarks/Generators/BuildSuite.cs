using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Benchmarks.Harness;
using AstRegistry.Generators.Files;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Benchmarks.Generators;

/// <summary>What the registry costs in a build whose compiler is warm. All rows share the builds they are compared with.</summary>
internal sealed class BuildSuite : Suite
{
    private const string BindAndEmit = "bind and emit on one thread";
    private const string Build = "parse, bind and emit without it, on one thread";

    /// <summary>Each row with its work on a code base that nobody has walked or bound yet.</summary>
    private static readonly (Row Row, Func<CodeBase, double> Time)[] Shares =
    [
        (new("walk at Statements", BindAndEmit, Target.AtMost(2.5, "%")), static code => WalkAll(code, AstRegistryDetail.Statements)),
        (new("walk and packing at Statements", BindAndEmit, Target.None("%")), static code => PackAll(code, AstRegistryDetail.Statements)),
        (new("walk at Nodes", BindAndEmit, Target.AtMost(2.5, "%")), static code => WalkAll(code, AstRegistryDetail.Nodes)),
        (new("walk and packing at Nodes", BindAndEmit, Target.None("%")), static code => PackAll(code, AstRegistryDetail.Nodes)),
        (new("generator and generated code at Members", Build, Target.AtMost(3, "%")), static code => AddedTime(code, AstRegistryDetail.Members)),
        (new("generator and generated code at Statements", Build, Target.AtMost(6, "%")), static code => AddedTime(code, AstRegistryDetail.Statements)),
        (new("generator and generated code at Nodes", Build, Target.None("%")), static code => AddedTime(code, AstRegistryDetail.Nodes)),
    ];

    public override IReadOnlyList<Row> Rows => [.. Shares.Select(static share => share.Row)];

    public override void Run(Session session, Report report)
    {
        foreach (var code in session.Real.Prepend(session.Synthetic(session.Times(50, 500))))
        {
            if (Emit(code.Compile())) Measure(session, report, code);
            else report.Skip(Shares[0].Row, "does not compile", code.Name);
        }
    }

    private static void Measure(Session session, Report report, CodeBase code)
    {
        var shares = Shares.Where(share => report.Wants(share.Row)).ToArray();
        var rounds = session.Times(5, 15);
        var parsed = new double[rounds];
        var emitted = new double[rounds];
        var times = shares.Select(_ => new double[rounds]).ToArray();
        for (var round = -session.Times(3, 5); round < rounds; round++)
        {
            var parse = Clock.Time(code.Parse);
            var emit = EmitTime(code.Fresh().Compile(concurrent: false));
            for (var i = 0; i < shares.Length; i++)
            {
                var time = shares[i].Time(code.Fresh());
                if (round >= 0) times[i][round] = time;
            }

            if (round < 0) continue;
            parsed[round] = parse;
            emitted[round] = emit;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            var baseline = shares[i].Row.Baseline == Build ? parsed.Zip(emitted, static (parse, emit) => parse + emit).ToArray() : emitted;
            var pairs = new Interleaved(times[i], baseline);
            report.Add(shares[i].Row, [.. pairs.Ratios.Select(static ratio => ratio * 100)], pairs.Raw, code.Name);
        }
    }

    /// <summary>
    /// What a build takes on: the generator from scratch, the parsing of its sources included, and binding and emitting these sources. The
    /// last is taken from compilations of its own, because the difference of two whole builds drowns in their noise.
    /// </summary>
    private static double AddedTime(CodeBase code, AstRegistryDetail detail)
    {
        var compilation = code.Compile(concurrent: false);
        Compilation? updated = null;
        var generator = Clock.Time(() => updated = Drivers.AddRegistry(compilation, detail));
        var generated = updated!.SyntaxTrees.Except(compilation.SyntaxTrees).ToArray();
        var empty = compilation.RemoveAllSyntaxTrees();
        return generator + EmitTime(empty.AddSyntaxTrees(generated)) - EmitTime(empty);
    }

    private static double WalkAll(CodeBase code, AstRegistryDetail detail)
    {
        var options = new InventoryOptions(detail);
        return Clock.Time(() =>
        {
            foreach (var tree in code.Trees) SyntaxInventory.Read(tree, options);
        });
    }

    private static double PackAll(CodeBase code, AstRegistryDetail detail)
    {
        var reader = new FileReader(SyntaxInventory.Read);
        var settings = WalkSettings.Of(detail);
        return Clock.Time(() =>
        {
            foreach (var tree in code.Trees) reader.Read(tree, settings, default);
        });
    }

    private static double EmitTime(Compilation compilation) => Clock.Time(() => Emit(compilation));

    private static bool Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        return compilation.Emit(stream).Success;
    }
}
