using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Complexity;

/// <summary>What a token is in Halstead's sense.</summary>
internal enum TokenRole
{
    /// <summary>Not counted: it closes what an operator opened.</summary>
    None,

    /// <summary>Does or joins something.</summary>
    Operator,

    /// <summary>Is done something with.</summary>
    Operand,
}

/// <summary>
/// Tells Halstead's operators from his operands. <em>Operands</em> are identifiers, literals (each text part of an interpolated string
/// is one), <c>this</c>, <c>base</c>, <c>true</c>, <c>false</c>, <c>null</c>, <c>__arglist</c>, and the keywords of predefined types,
/// which stand where an identifier could. <em>Operators</em> are all other keywords and all punctuation, but for closing brackets: a
/// pair of brackets (<c>()</c>, <c>[]</c>, <c>{}</c>, the angle brackets of type arguments, the quotes of an interpolated string) is one
/// operator. Operators are the same when their kind is, operands when their kind and text are.
/// </summary>
internal static class TokenRoles
{
    public static TokenRole Of(SyntaxKind kind, SyntaxNode parent)
    {
        switch (kind)
        {
            case SyntaxKind.IdentifierToken:
            case >= SyntaxKind.NumericLiteralToken and <= SyntaxKind.StringLiteralToken:
            case SyntaxKind.InterpolatedStringTextToken:
            case >= SyntaxKind.SingleLineRawStringLiteralToken and <= SyntaxKind.Utf8MultiLineRawStringLiteralToken:
            case >= SyntaxKind.BoolKeyword and <= SyntaxKind.ObjectKeyword:
            case SyntaxKind.NullKeyword or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword:
            case SyntaxKind.ThisKeyword or SyntaxKind.BaseKeyword or SyntaxKind.ArgListKeyword:
                return TokenRole.Operand;
            case SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken:
            case SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedRawStringEndToken:
                return TokenRole.None;
            case SyntaxKind.GreaterThanToken:
                return (SyntaxKind)parent.RawKind is SyntaxKind.TypeArgumentList or SyntaxKind.TypeParameterList
                    or SyntaxKind.FunctionPointerParameterList ? TokenRole.None : TokenRole.Operator;
            default:
                return TokenRole.Operator;
        }
    }
}
