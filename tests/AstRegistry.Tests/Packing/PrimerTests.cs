using System.Text;
using AstRegistry.Packing;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.Packing;

public sealed class PrimerTests
{
    private const int LineLength = 100;
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "AstRegistry.Tests", "Packing", "PrimerSources");

    [Fact]
    public void The_primer_is_what_its_sources_pack_to()
    {
        var received = SourceOf([(AstRegistryDetail.Statements, Pack(AstRegistryDetail.Statements)), (AstRegistryDetail.Nodes, Pack(AstRegistryDetail.Nodes))]);
        var expected = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", "AstRegistry.Abstractions", "Packing", "Primer.Texts.cs"));
        if (received == expected) return;

        var file = Path.Combine(AppContext.BaseDirectory, "Primer.Texts.received.cs");
        File.WriteAllText(file, received);
        Assert.Fail($"The packed primer differs from its sources. Where that is meant, replace Primer.Texts.cs by {file}.");
    }

    [Theory]
    [InlineData(AstRegistryDetail.Statements)]
    [InlineData(AstRegistryDetail.Nodes)]
    public void The_primer_makes_a_small_file_smaller(AstRegistryDetail detail)
    {
        var table = Read("class Small { private readonly List<string> _names = new(); public int Count => _names.Count; public void Add(string name) { if (name == null) throw new ArgumentNullException(nameof(name)); _names.Add(name); } }", detail);

        var primed = FileTableWriter.Write(table, detail);
        var plain = FileTableWriter.WriteContinued([table], detail)[0];

        Assert.InRange(Length(primed), 1, Length(plain) * 6 / 10);
    }

    private static int Length(PackedFile file) => file.Types.Length + file.Members.Length + file.Nodes.Length;

    private static string Pack(AstRegistryDetail detail)
    {
        var sources = Directory.GetFiles(Folder, "*.input.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText);
        return BucketWriter.Write(FileTableWriter.WriteContinued(sources.Select(source => Read(source, detail)), detail), detail);
    }

    private static FileTable Read(string source, AstRegistryDetail detail) =>
        SyntaxInventory.Read(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)), new InventoryOptions(detail));

    private static string SourceOf((AstRegistryDetail Detail, string Text)[] primers)
    {
        var source = new StringBuilder("namespace AstRegistry.Packing;\n\ninternal static partial class Primer\n{\n");
        foreach (var (detail, text) in primers)
        {
            if (detail != primers[0].Detail) source.Append('\n');
            source.Append($"    private const string {detail} =");
            for (var i = 0; i < text.Length; i += LineLength)
            {
                source.Append(i == 0 ? "\n        \"" : "\n        + \"").Append(text, i, Math.Min(LineLength, text.Length - i)).Append('"');
            }

            source.Append(";\n");
        }

        return source.Append("}\n").ToString();
    }
}
