using AstRegistry.Packing;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Tests.Complexity;

/// <summary>The inventory's walker feeds the meter as the reference driver does.</summary>
public class WalkerAgreementTests
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    [Fact]
    public void Members_counted_by_hand_have_the_same_counts()
    {
        foreach (var (member, _, _, _) in ComplexityMeterTests.Members.Select(m => m.Data)) Compare($"class C\n{{\n{member}\n}}");
        foreach (var (member, _, _) in ComplexityMeterTests.Lines.Select(m => m.Data)) Compare($"class C\n{{\n{member}\n}}");
    }

    [Fact]
    public void Own_sources_have_the_same_counts()
    {
        var compared = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Sum(f => Compare(File.ReadAllText(f)));

        Assert.True(compared > 500);
    }

    private static int Compare(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, Options, cancellationToken: TestContext.Current.CancellationToken);
        var table = SyntaxInventory.Read(tree, new InventoryOptions(AstRegistryDetail.Members), TestContext.Current.CancellationToken);
        var expected = ReferenceDriver.Measure(tree.GetRoot(TestContext.Current.CancellationToken))
            .Where(m => m.Declaration is not CompilationUnitSyntax)
            .OrderBy(m => m.Declaration.SpanStart).ThenByDescending(m => m.Declaration.Span.Length)
            .Select(m => (m.Declaration.RawKind, SpanOf(m.Declaration), m.Counts));

        var rows = table.Members.Where(r => r.IsFunction && r.Kind != MemberKind.TopLevelStatements && !IsPrimaryConstructor(r)).ToList();

        Assert.Equal(expected, rows.Select(r => (r.SyntaxKind, r.Span, r.Complexity)));
        return rows.Count;
    }

    private static bool IsPrimaryConstructor(MemberRow row) =>
        row.Kind == MemberKind.Constructor && row.SyntaxKind != (int)SyntaxKind.ConstructorDeclaration;

    private static SourceSpan SpanOf(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return new(span.StartLinePosition.Line, span.StartLinePosition.Character, span.EndLinePosition.Line, span.EndLinePosition.Character);
    }
}
