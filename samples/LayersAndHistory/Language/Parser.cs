using System.Globalization;
using System.Text.RegularExpressions;

namespace Checker.Language;

/// <summary>Reads a file of the little language: a declaration a line.</summary>
internal sealed partial class Parser
{
    private readonly string[] _tokens;
    private int _next;

    private Parser(string line) => _tokens = [.. Token().Matches(line).Select(static match => match.Value)];

    public static IEnumerable<Function> ParseFile(string source) => source
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(static line => new Parser(line).ParseFunction());

    private Function ParseFunction()
    {
        Expect("let");
        var name = Take();
        var parameters = new List<Parameter>();
        Expect("(");
        while (!Skip(")"))
        {
            var parameter = Take();
            Expect(":");
            parameters.Add(new(parameter, Take()));
            Skip(",");
        }

        Expect(":");
        var result = Take();
        Expect("=");
        return new(name, parameters, result, ParseExpression());
    }

    private Expression ParseExpression()
    {
        var token = Take();
        if (long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return new NumberLiteral(number);
        if (token.StartsWith('"')) return new TextLiteral(token.Trim('"'));
        if (!Skip("(")) return new Name(token);
        var arguments = new List<Expression>();
        while (!Skip(")"))
        {
            arguments.Add(ParseExpression());
            Skip(",");
        }

        return new Call(token, arguments);
    }

    private string Take() => _next < _tokens.Length ? _tokens[_next++] : throw new FormatException("The line ends too early.");

    private bool Skip(string token)
    {
        var isThere = _next < _tokens.Length && _tokens[_next] == token;
        if (isThere) _next++;
        return isThere;
    }

    private void Expect(string token)
    {
        if (Take() is var found && found != token) throw new FormatException($"Expected '{token}', found '{found}'.");
    }

    [GeneratedRegex("""
        "[^"]*"|\w+|[():,=]
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
