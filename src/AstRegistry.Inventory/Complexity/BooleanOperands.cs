using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Complexity;

/// <summary>
/// Tells, as far as syntax can, whether <c>&amp;</c> or <c>|</c> works on Booleans rather than on bits: an operand is a comparison, a type
/// or pattern test, a negation, a short-circuit operator or a Boolean literal, or the result is used as a condition. Plain names assigned
/// to a plain name could be either and are taken for bits.
/// </summary>
internal static class BooleanOperands
{
    /// <summary>How far a chain of bitwise operators is followed, so that long chains stay cheap.</summary>
    private const int Reach = 8;

    /// <summary>Whether the operands of a bitwise operator show themselves to be Boolean.</summary>
    public static bool AreIn(BinaryExpressionSyntax node)
    {
        for (var i = 0; i < Reach; i++)
        {
            if (HasBooleanOperand(node)) return true;
            SyntaxNode used = node;
            while (used.Parent is ParenthesizedExpressionSyntax brackets) used = brackets;
            if (used.Parent is not { } parent) return false;
            if (!IsBitwise(parent)) return IsCondition(used, parent);
            node = (BinaryExpressionSyntax)parent;
        }

        return false;
    }

    private static bool HasBooleanOperand(BinaryExpressionSyntax node)
    {
        for (var i = 0; i < Reach; i++)
        {
            if (IsBoolean(WithoutBrackets(node.Right))) return true;
            var left = WithoutBrackets(node.Left);
            if (IsBoolean(left)) return true;
            if (!IsBitwise(left)) return false;
            node = (BinaryExpressionSyntax)left;
        }

        return false;
    }

    private static bool IsBitwise(SyntaxNode node) => (SyntaxKind)node.RawKind is
        SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression or SyntaxKind.ExclusiveOrExpression;

    private static bool IsBoolean(ExpressionSyntax node) => (SyntaxKind)node.RawKind is
        SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
        or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
        or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
        or SyntaxKind.IsExpression or SyntaxKind.IsPatternExpression
        or SyntaxKind.LogicalNotExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression
        or SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression;

    private static bool IsCondition(SyntaxNode node, SyntaxNode parent) => parent switch
    {
        ConditionalExpressionSyntax choice => choice.Condition == node,
        ForStatementSyntax loop => loop.Condition == node,
        _ => (SyntaxKind)parent.RawKind is
            SyntaxKind.IfStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement
            or SyntaxKind.WhenClause or SyntaxKind.CatchFilterClause
            or SyntaxKind.LogicalNotExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression,
    };

    private static ExpressionSyntax WithoutBrackets(ExpressionSyntax node)
    {
        while (node is ParenthesizedExpressionSyntax brackets) node = brackets.Expression;
        return node;
    }
}
