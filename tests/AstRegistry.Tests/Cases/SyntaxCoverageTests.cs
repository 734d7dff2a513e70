using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.Cases;

/// <summary>Proves that the cases are complete: every kind of syntax node that source text can give stands in one of them.</summary>
public class SyntaxCoverageTests
{
    [Fact]
    public void Every_syntax_kind_has_a_case()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var seen = new HashSet<SyntaxKind>();
        foreach (var name in CaseTests.Names)
        {
            seen.UnionWith(CaseTests.Parse(name.Data, cancellationToken).GetRoot(cancellationToken).DescendantNodesAndSelf().Select(node => node.Kind()));
        }

        SyntaxKind[] missing = [.. Enum.GetValues<SyntaxKind>().Where(kind => IsRecordable(kind) && !seen.Contains(kind))];
        Assert.Empty(missing);
    }

    /// <summary>Tokens are no nodes, and nodes inside documentation comments and directives are trivia.</summary>
    private static bool IsRecordable(SyntaxKind kind)
    {
        var name = kind.ToString();
        return kind >= SyntaxKind.IdentifierName
            && !name.EndsWith("Token", StringComparison.Ordinal)
            && !name.EndsWith("Trivia", StringComparison.Ordinal)
            && !name.StartsWith("Xml", StringComparison.Ordinal)
            && !name.Contains("Cref", StringComparison.Ordinal)
            && kind is not SyntaxKind.LineDirectivePosition;
    }
}
