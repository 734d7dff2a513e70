using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Keys;

/// <summary>Types as text, from syntax alone.</summary>
internal static class TypeText
{
    /// <summary>The dotted name of a namespace, escapes and <c>@</c> resolved.</summary>
    public static string OfNamespace(NameSyntax name)
    {
        var parts = new Stack<string>();
        for (SyntaxNode? current = name; current is not null;)
        {
            switch (current)
            {
                case QualifiedNameSyntax qualified:
                    parts.Push(qualified.Right.Identifier.ValueText);
                    current = qualified.Left;
                    break;
                case AliasQualifiedNameSyntax alias:
                    parts.Push(alias.Name.Identifier.ValueText);
                    current = null;
                    break;
                default:
                    parts.Push(((SimpleNameSyntax)current).Identifier.ValueText);
                    current = null;
                    break;
            }
        }

        return string.Join(".", parts);
    }

    /// <summary>A type as written, trivia removed; literals, which only broken code has here, are left out.</summary>
    public static string AsWritten(SyntaxNode type)
    {
        var text = new StringBuilder();
        var previous = SyntaxKind.None;
        foreach (var token in type.DescendantTokens())
        {
            if (token.Span.IsEmpty) continue;
            var kind = token.Kind();
            if (IsLiteral(kind)) continue;
            if (previous == SyntaxKind.CommaToken || (IsWord(previous) && (IsWord(kind) || kind == SyntaxKind.OpenParenToken))) text.Append(' ');
            text.Append(kind == SyntaxKind.IdentifierToken ? token.ValueText : token.Text);
            previous = kind;
        }

        return text.ToString();
    }

    private static bool IsWord(SyntaxKind kind) =>
        kind is SyntaxKind.IdentifierToken || SyntaxFacts.IsKeywordKind(kind);

    private static bool IsLiteral(SyntaxKind kind) => kind is >= SyntaxKind.NumericLiteralToken and <= SyntaxKind.StringLiteralToken
        or >= SyntaxKind.InterpolatedStringTextToken and <= SyntaxKind.Utf8MultiLineRawStringLiteralToken;
}
