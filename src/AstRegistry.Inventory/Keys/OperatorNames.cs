using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Keys;

/// <summary>The metadata names of user-defined operators (ECMA-335 I.10.3), so that run-time look-ups meet the same key.</summary>
internal static class OperatorNames
{
    /// <summary>The metadata name, such as <c>op_Addition</c>; for a token that no operator has, <c>op_</c> and the token.</summary>
    public static string Of(OperatorDeclarationSyntax declaration)
    {
        var token = declaration.OperatorToken;
        var isUnary = declaration.ParameterList.Parameters.Count < 2;
        var isChecked = declaration.CheckedKeyword.RawKind != 0;
        var name = NameOf(token, isUnary, isStatic: declaration.Modifiers.Any(SyntaxKind.StaticKeyword));
        return isChecked ? "op_Checked" + name : "op_" + name;
    }

    /// <summary>The metadata name of a conversion.</summary>
    public static string Of(ConversionOperatorDeclarationSyntax declaration)
    {
        if (declaration.ImplicitOrExplicitKeyword.IsKind(SyntaxKind.ImplicitKeyword)) return "op_Implicit";
        return declaration.CheckedKeyword.RawKind != 0 ? "op_CheckedExplicit" : "op_Explicit";
    }

    private static string NameOf(SyntaxToken token, bool isUnary, bool isStatic) => token.Kind() switch
    {
        SyntaxKind.PlusToken => isUnary ? "UnaryPlus" : "Addition",
        SyntaxKind.MinusToken => isUnary ? "UnaryNegation" : "Subtraction",
        SyntaxKind.AsteriskToken => "Multiply",
        SyntaxKind.SlashToken => "Division",
        SyntaxKind.PercentToken => "Modulus",
        SyntaxKind.AmpersandToken => "BitwiseAnd",
        SyntaxKind.BarToken => "BitwiseOr",
        SyntaxKind.CaretToken => "ExclusiveOr",
        SyntaxKind.LessThanLessThanToken => "LeftShift",
        SyntaxKind.GreaterThanGreaterThanToken => "RightShift",
        SyntaxKind.GreaterThanGreaterThanGreaterThanToken => "UnsignedRightShift",
        SyntaxKind.EqualsEqualsToken => "Equality",
        SyntaxKind.ExclamationEqualsToken => "Inequality",
        SyntaxKind.LessThanToken => "LessThan",
        SyntaxKind.LessThanEqualsToken => "LessThanOrEqual",
        SyntaxKind.GreaterThanToken => "GreaterThan",
        SyntaxKind.GreaterThanEqualsToken => "GreaterThanOrEqual",
        SyntaxKind.ExclamationToken => "LogicalNot",
        SyntaxKind.TildeToken => "OnesComplement",
        SyntaxKind.PlusPlusToken => isStatic ? "Increment" : "IncrementAssignment",
        SyntaxKind.MinusMinusToken => isStatic ? "Decrement" : "DecrementAssignment",
        SyntaxKind.TrueKeyword => "True",
        SyntaxKind.FalseKeyword => "False",
        SyntaxKind.PlusEqualsToken => "AdditionAssignment",
        SyntaxKind.MinusEqualsToken => "SubtractionAssignment",
        SyntaxKind.AsteriskEqualsToken => "MultiplicationAssignment",
        SyntaxKind.SlashEqualsToken => "DivisionAssignment",
        SyntaxKind.PercentEqualsToken => "ModulusAssignment",
        SyntaxKind.AmpersandEqualsToken => "BitwiseAndAssignment",
        SyntaxKind.BarEqualsToken => "BitwiseOrAssignment",
        SyntaxKind.CaretEqualsToken => "ExclusiveOrAssignment",
        SyntaxKind.LessThanLessThanEqualsToken => "LeftShiftAssignment",
        SyntaxKind.GreaterThanGreaterThanEqualsToken => "RightShiftAssignment",
        SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken => "UnsignedRightShiftAssignment",
        _ => token.Text,
    };
}
