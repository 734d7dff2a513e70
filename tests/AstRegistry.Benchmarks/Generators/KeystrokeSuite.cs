using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Benchmarks.Harness;

namespace AstRegistry.Benchmarks.Generators;

/// <summary>What a keystroke costs in an editor, against what the editor itself does: the semantic diagnostics of the edited file (F).</summary>
internal sealed class KeystrokeSuite : Suite
{
    private static readonly Row Members = new("keystroke at Members", "F: semantic diagnostics of the edited file", Target.AtMost(0.05));
    private static readonly Row Statements = new("keystroke at Statements", "F: semantic diagnostics of the edited file", Target.AtMost(0.25));
    private static readonly Row Nodes = new("keystroke at Nodes", "F: semantic diagnostics of the edited file", Target.AtMost(0.25));

    public override IReadOnlyList<Row> Rows => [Members, Statements, Nodes];

    public override void Run(Session session, Report report)
    {
        foreach (var code in session.Real.Prepend(session.Synthetic(5_400)))
        {
            Measure(session, report, code, Members, AstRegistryDetail.Members);
            Measure(session, report, code, Statements, AstRegistryDetail.Statements);
            Measure(session, report, code, Nodes, AstRegistryDetail.Nodes);
        }
    }

    private static void Measure(Session session, Report report, CodeBase code, Row row, AstRegistryDetail detail)
    {
        if (!report.Wants(row)) return;
        var edits = new Edits(code, Drivers.OfRegistry(detail), CodeBase.EditBody);
        var pairs = Interleaved.Measure(
            session.Times(6, 10),
            session.Times(8, 60),
            edits.Run,
            () =>
            {
                var (compilation, tree) = edits.Next();
                return Clock.Time(() => compilation.GetSemanticModel(tree).GetDiagnostics());
            });
        report.Add(row, pairs.Ratios, pairs.Raw, code.Name);
    }
}
