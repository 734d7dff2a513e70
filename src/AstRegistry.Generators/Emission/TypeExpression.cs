using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Generators.Emission;

/// <summary>Writes the C# name of a type from its key.</summary>
internal static class TypeExpression
{
    /// <summary>
    /// The name that <c>typeof</c> takes: <c>global::Shop.Cart.Line&lt;,&gt;</c> for <c>Shop.Cart+Line`2</c>; empty for a key that no name can
    /// be written for, as of broken source.
    /// </summary>
    public static string Of(string key)
    {
        var name = new StringBuilder("global::", key.Length + 16);
        foreach (var part in key.Split('.', '+'))
        {
            var tick = part.IndexOf('`');
            var identifier = tick < 0 ? part : part.Substring(0, tick);
            if (!SyntaxFacts.IsValidIdentifier(identifier)) return "";
            if (IsKeyword(identifier)) name.Append('@');
            name.Append(identifier);
            if (tick >= 0) name.Append('<').Append(',', Arity(part, tick) - 1).Append('>');
            name.Append('.');
        }

        name.Length--;
        return name.ToString();
    }

    private static int Arity(string part, int tick) => int.Parse(part.Substring(tick + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsKeyword(string text) =>
        SyntaxFacts.GetKeywordKind(text) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(text) != SyntaxKind.None;
}
