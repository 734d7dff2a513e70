using AstRegistry.Complexity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Tests.Complexity;

/// <summary>
/// The kinds of difference to the reference analyzers that are known, each with its reason. A member's difference is explained only if the
/// kinds found in it add up to it exactly.
/// </summary>
internal static class KnownDifferences
{
    /// <summary>The kinds, each with how much more the analyzer counts for it in a member.</summary>
    private static readonly (string Rule, string Reason, Func<SyntaxNode, SemanticModel, int> Surplus)[] Kinds =
    [
        (ReferenceAnalyzers.CyclomaticRule,
            "& or | of Booleans that syntax does not show to be Boolean: two plain names could as well be bits",
            static (member, model) => Bitwise(member).Count(n => IsBoolean(n, model) && !BooleanOperands.AreIn(n))),
        (ReferenceAnalyzers.CyclomaticRule,
            "& or | that only looks Boolean: lifted to bool?, or an operator of the user's own",
            static (member, model) => -Bitwise(member).Count(n => !IsBoolean(n, model) && BooleanOperands.AreIn(n))),
        (ReferenceAnalyzers.CyclomaticRule,
            "conditions in attributes of parameters, and in default values of a nested function's parameters: CA1502 does not look there",
            static (member, _) => -member.DescendantNodes().Count(n => IsDecision(n) && IsOutsideOperations(n, member))),
    ];

    /// <summary>The reasons that account for a difference, or none if they do not add up to it.</summary>
    public static IReadOnlyList<string> Explain(string rule, SyntaxNode member, SemanticModel model, int? theirs, int ours)
    {
        if (rule == ReferenceAnalyzers.CyclomaticRule && model.GetDeclaredSymbol(member) is IMethodSymbol { PartialDefinitionPart: not null })
            return ["the implementing half of a partial member: CA1502 looks at the defining half alone"];
        if (theirs is null) return [];
        var found = Kinds.Where(k => k.Rule == rule).Select(k => (k.Reason, Surplus: k.Surplus(member, model))).Where(k => k.Surplus != 0).ToList();
        return found.Sum(k => k.Surplus) == theirs - ours ? found.ConvertAll(k => k.Reason) : [];
    }

    private static IEnumerable<BinaryExpressionSyntax> Bitwise(SyntaxNode member) => member.DescendantNodes().OfType<BinaryExpressionSyntax>()
        .Where(n => n.Kind() is SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression);

    /// <summary>The decisions that a constant can hold.</summary>
    private static bool IsDecision(SyntaxNode node) => node.Kind() is SyntaxKind.ConditionalExpression
        or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression;

    private static bool IsOutsideOperations(SyntaxNode node, SyntaxNode member) =>
        node.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter
        && member.Contains(parameter)
        && (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && parameter.Contains(attribute)
            || parameter.Parent is not BaseParameterListSyntax { Parent: MemberDeclarationSyntax });

    private static bool IsBoolean(BinaryExpressionSyntax node, SemanticModel model) =>
        model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Boolean;
}
