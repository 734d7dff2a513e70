using AstRegistry.Complexity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Tests.Complexity;

/// <summary>A member to which a reference analyzer gives another number than we do.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Theirs">The analyzer's number, or null where it says nothing of a member that it should measure.</param>
/// <param name="Ours">Our number.</param>
/// <param name="Reasons">The kinds of difference that explain it fully; empty if they do not.</param>
internal sealed record Difference(string Location, int? Theirs, int Ours, IReadOnlyList<string> Reasons);

/// <summary>Our complexity beside that of a reference analyzer, member by member.</summary>
internal sealed record AnalyzerComparison(string Rule, int Compared, IReadOnlyList<Difference> Differences)
{
    /// <summary>Measures the members of a compilation both ways.</summary>
    public static async Task<IReadOnlyList<AnalyzerComparison>> RunAsync(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        var theirs = new Dictionary<(string Rule, SyntaxNode Member), int>();
        foreach (var (rule, location, complexity) in await ReferenceAnalyzers.MeasureAsync(compilation, cancellationToken))
        {
            if (MemberAt(location, rule) is { } member) theirs[(rule, member)] = complexity;
        }

        var meter = new ComplexityMeter();
        var functions = compilation.SyntaxTrees.SelectMany(tree => ReferenceDriver.Measure(tree.GetRoot(cancellationToken), meter)).ToList();
        return
        [
            Compare(ReferenceAnalyzers.CyclomaticRule, functions, IsMeasuredForCyclomatic, counts => counts.Cyclomatic),
            Compare(ReferenceAnalyzers.CognitiveRule, functions, IsMeasuredForCognitive, counts => counts.Cognitive, silence: 0),
        ];

        AnalyzerComparison Compare(
            string rule,
            List<(SyntaxNode Declaration, ComplexityCounts Counts)> all,
            Func<SyntaxNode, bool> isMeasured,
            Func<ComplexityCounts, int> select,
            int? silence = null)
        {
            var compared = all.Where(f => isMeasured(f.Declaration)).ToList();
            var differences = new List<Difference>();
            foreach (var (declaration, counts) in compared)
            {
                var their = theirs.TryGetValue((rule, declaration), out var found) ? found : silence;
                var ours = select(counts);
                if (their == ours) continue;
                var reasons = KnownDifferences.Explain(rule, declaration, compilation.GetSemanticModel(declaration.SyntaxTree), their, ours);
                differences.Add(new Difference(Describe(declaration), their, ours, reasons));
            }

            return new AnalyzerComparison(rule, compared.Count, differences);
        }
    }

    /// <summary>CA1502 measures whatever has a method symbol of its own in a type.</summary>
    private static bool IsMeasuredForCyclomatic(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax;

    /// <summary>S3776 leaves conversions, expression bodies of indexers, lambdas and most local functions to what they stand in.</summary>
    private static bool IsMeasuredForCognitive(SyntaxNode node) => node switch
    {
        ConversionOperatorDeclarationSyntax => false,
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => true,
        ArrowExpressionClauseSyntax => node.Parent is PropertyDeclarationSyntax,
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.StaticKeyword),
        CompilationUnitSyntax => true,
        _ => false,
    };

    /// <summary>The function that an analyzer points at: by its name, its keyword, or the expression it consists of.</summary>
    private static SyntaxNode? MemberAt(Location location, string rule)
    {
        var token = location.SourceTree!.GetRoot().FindToken(location.SourceSpan.Start);
        var isMeasured = rule == ReferenceAnalyzers.CyclomaticRule ? (Func<SyntaxNode, bool>)IsMeasuredForCyclomatic : IsMeasuredForCognitive;
        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            if (isMeasured(node)) return node;
            if (node is PropertyDeclarationSyntax { ExpressionBody: { } body }) return body;
            if (node is BaseTypeDeclarationSyntax or BaseFieldDeclarationSyntax) return null;
        }

        return null;
    }

    private static string Describe(SyntaxNode declaration)
    {
        var position = declaration.GetLocation().GetLineSpan();
        return $"{position.Path}({position.StartLinePosition.Line + 1}): {declaration.ToString().Split('\n')[0].Trim()}";
    }
}
