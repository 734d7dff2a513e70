using AstRegistry.Complexity;
using AstRegistry.Identity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Tests.Complexity;

/// <summary>
/// Feeds a meter from a tree in the plainest way that keeps the meter's contract: what the inventory's walker does must come to the same.
/// </summary>
internal static class ReferenceDriver
{
    /// <summary>Measures every function below a node, inner ones before those they are nested in.</summary>
    public static List<(SyntaxNode Declaration, ComplexityCounts Counts)> Measure(SyntaxNode root, ComplexityMeter? meter = null)
    {
        meter ??= new ComplexityMeter();
        var measured = new List<(SyntaxNode, ComplexityCounts)>();
        var pending = new Stack<(SyntaxNodeOrToken Item, bool IsEntered)>();
        pending.Push((root, false));
        while (pending.Count > 0)
        {
            var (item, isEntered) = pending.Pop();
            if (item.AsNode() is not { } node)
            {
                Report(meter, item.AsToken());
            }
            else if (isEntered)
            {
                meter.Leave(node, node.Kind());
                if (IsFunction(node)) measured.Add((node, meter.EndFunction()));
                else if (IsTopLevelStatement(node, last: true)) measured.Add((node.Parent!, meter.EndFunction()));
            }
            else
            {
                if (IsFunction(node)) meter.BeginFunction(node, node.Kind());
                else if (IsTopLevelStatement(node, last: false)) meter.BeginFunction(node.Parent!, SyntaxKind.CompilationUnit);
                meter.Enter(node, node.Kind());
                pending.Push((node, true));
                foreach (var child in node.ChildNodesAndTokens().Reverse()) pending.Push((child, false));
            }
        }

        return measured;
    }

    /// <summary>Whether a node declares a function, a lambda or the like included.</summary>
    public static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax
        || NodeKinds.IsNestedFunction(node.RawKind)
        || node is ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax };

    private static bool IsTopLevelStatement(SyntaxNode node, bool last) =>
        node is GlobalStatementSyntax { Parent: CompilationUnitSyntax file }
        && node == (last ? file.Members.OfType<GlobalStatementSyntax>().Last() : file.Members.OfType<GlobalStatementSyntax>().First());

    private static void Report(ComplexityMeter meter, SyntaxToken token)
    {
        Report(meter, token.LeadingTrivia);
        if (token.Span.Length > 0)
        {
            var lines = token.GetLocation().GetLineSpan();
            var hash = StableHash.Add((ulong)token.RawKind, StableHash.OfText(token.Text));
            meter.Token(token.Kind(), hash, lines.StartLinePosition.Line, lines.EndLinePosition.Line, token.Parent!);
        }

        Report(meter, token.TrailingTrivia);
    }

    private static void Report(ComplexityMeter meter, SyntaxTriviaList list)
    {
        foreach (var trivia in list)
        {
            if (trivia.Kind() is not (SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
                or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)) continue;
            var lines = trivia.GetLocation().GetLineSpan();

            // A documentation comment contains the line end behind it.
            var end = lines.EndLinePosition.Character == 0 ? lines.EndLinePosition.Line - 1 : lines.EndLinePosition.Line;
            meter.Comment(lines.StartLinePosition.Line, end);
        }
    }
}
