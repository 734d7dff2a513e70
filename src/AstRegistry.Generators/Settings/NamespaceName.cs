using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Generators.Settings;

/// <summary>Makes a namespace that compiles out of whatever a project is called.</summary>
internal static class NamespaceName
{
    /// <summary>Replaces what no identifier may hold by <c>_</c>, and puts <c>@</c> before keywords; empty when nothing is left.</summary>
    public static string Escape(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var part in name.Split('.'))
        {
            var identifier = Identifier(part.Trim().TrimStart('@'));
            if (identifier.Length == 0) continue;
            if (result.Length > 0) result.Append('.');
            result.Append(identifier);
        }

        return result.ToString();
    }

    private static string Identifier(string text)
    {
        if (text.Length == 0) return "";
        if (SyntaxFacts.GetKeywordKind(text) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(text) != SyntaxKind.None) return "@" + text;
        var result = new StringBuilder(text.Length + 1);
        if (!SyntaxFacts.IsIdentifierStartCharacter(text[0]) && SyntaxFacts.IsIdentifierPartCharacter(text[0])) result.Append('_');
        foreach (var character in text) result.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        return result.ToString();
    }
}
