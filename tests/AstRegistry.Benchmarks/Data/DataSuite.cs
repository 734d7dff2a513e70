using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Benchmarks.Generators;
using AstRegistry.Benchmarks.Harness;
using AstRegistry.Packing;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Benchmarks.Data;

/// <summary>How much the data adds to an assembly, and how long it takes to pack and unpack.</summary>
internal sealed class DataSuite : Suite
{
    private static readonly Row[] Growth =
    [
        new("assembly at Types", "assembly without the registry", Target.AtMost(1.03)),
        new("assembly at Members", "assembly without the registry", Target.AtMost(1.10)),
        new("assembly at Statements", "assembly without the registry", Target.AtMost(1.18)),
        new("assembly at Nodes", "assembly without the registry", Target.AtMost(1.35)),
    ];

    private static readonly Row TypeBytes = new("packed type", "–", Target.None("B"));
    private static readonly Row MemberBytes = new("packed member, nested functions counted", "–", Target.None("B"));
    private static readonly Row StatementBytes = new("packed node at Statements", "–", Target.None("B"));
    private static readonly Row NodeBytes = new("packed node at Nodes", "–", Target.None("B"));
    private static readonly Row Encode = new("pack, per node at Nodes", "parse, per node", Target.None("×"));
    private static readonly Row Decode = new("unpack, per node at Nodes", "parse, per node", Target.None("×"));

    public override IReadOnlyList<Row> Rows => [.. Growth, TypeBytes, MemberBytes, StatementBytes, NodeBytes, Encode, Decode];

    public override void Run(Session session, Report report)
    {
        foreach (var code in session.Real.Prepend(session.Synthetic(session.Times(80, 500))))
        {
            if (Growth.Any(report.Wants)) MeasureGrowth(code, report);
            MeasurePacking(session, code, report);
        }
    }

    private static void MeasureGrowth(CodeBase code, Report report)
    {
        var bare = Size(code.Compile(), out var errors);
        foreach (var (row, detail) in Growth.Zip(Enum.GetValues<AstRegistryDetail>()))
        {
            if (bare == 0)
            {
                report.Skip(row, errors, code.Name);
                continue;
            }

            if (!report.Wants(row)) continue;
            var updated = Drivers.AddRegistry(code.Compile(), detail);
            var size = Size(updated, out errors);
            if (size == 0) report.Skip(row, errors, code.Name);
            else report.Add(row, [(double)size / bare], $"{size:N0} B against {bare:N0} B; {Literals(updated):N0} characters of data", code.Name);
        }
    }

    private static int Literals(Compilation compilation) => compilation.SyntaxTrees
        .Where(static tree => AstRegistry.Generators.OwnSources.Contains(tree.FilePath))
        .Sum(static tree => tree.GetText().ToString().Count(static c => c >= '\u3400'));

    private static long Size(Compilation compilation, out string errors)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        var found = result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        errors = found.Length == 0 ? "" : $"does not compile: {found.Length} errors, the first {found[0].Id}";
        return result.Success ? stream.Length : 0;
    }

    private static void MeasurePacking(Session session, CodeBase code, Report report)
    {
        if (!new[] { TypeBytes, MemberBytes, StatementBytes, NodeBytes, Encode, Decode }.Any(report.Wants)) return;
        var statements = Tables(code, AstRegistryDetail.Statements);
        var packed = Pack(statements, AstRegistryDetail.Statements);
        Divide(report, TypeBytes, code, packed.Sum(static file => file.Types.Length), statements.Sum(static table => table.Types.Count));
        Divide(report, MemberBytes, code, packed.Sum(static file => file.Members.Length), statements.Sum(static table => table.Members.Count));
        Divide(report, StatementBytes, code, packed.Sum(static file => file.Nodes.Length), statements.Sum(static table => table.Nodes.Count));

        var tables = Tables(code, AstRegistryDetail.Nodes);
        packed = Pack(tables, AstRegistryDetail.Nodes);
        var nodes = tables.Sum(static table => table.Nodes.Count);
        Divide(report, NodeBytes, code, packed.Sum(static file => file.Nodes.Length), nodes);

        var reader = new FileTableReader();
        var pack = Interleaved.Measure(2, session.Times(5, 15), () => Clock.Time(() => Pack(tables, AstRegistryDetail.Nodes)) / nodes, () => ParseTime(code) / nodes);
        report.Add(Encode, pack.Ratios, pack.Raw, code.Name);
        var unpack = Interleaved.Measure(2, session.Times(5, 15), () => Clock.Time(() => Unpack(reader, packed)) / nodes, () => ParseTime(code) / nodes);
        report.Add(Decode, unpack.Ratios, unpack.Raw, code.Name);
    }

    private static void Divide(Report report, Row row, CodeBase code, long bytes, int count) =>
        report.Add(row, [(double)bytes / Math.Max(1, count)], $"{bytes:N0} B, {count:N0} rows", code.Name);

    private static FileTable[] Tables(CodeBase code, AstRegistryDetail detail) =>
        [.. code.Trees.Select(tree => SyntaxInventory.Read(tree, new InventoryOptions(detail)))];

    private static PackedFile[] Pack(FileTable[] tables, AstRegistryDetail detail) => [.. tables.Select(table => FileTableWriter.Write(table, detail))];

    private static void Unpack(FileTableReader reader, PackedFile[] files)
    {
        foreach (var file in files) reader.Read(file.Segments, AstRegistryDetail.Nodes);
    }

    private static double ParseTime(CodeBase code) => Clock.Time(code.Parse);
}
