using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AstRegistry.Finding;

namespace AstRegistry.Runtime.Tests.Finding;

/// <summary>What the grammar says, written down a second time in the plainest way: no index, no cache, other engines for patterns.</summary>
internal static class NaiveFilter
{
    private static readonly ConcurrentDictionary<(string Pattern, RegexOptions Options), Regex> Engines = new();

    public static RegistryEntry[] Find(RegistrySnapshot snapshot, FinderQuery query) => [.. snapshot.Entries.Where(entry => query.Terms.All(term => Passes(entry, term)))];

    private static bool Passes(RegistryEntry entry, FinderTerm term) => Values(entry, term.Field).Any(value => Passes(value, term));

    private static IEnumerable<RegistryValue> Values(RegistryEntry entry, FinderField field) => field.ToString() switch
    {
        ".kind" => [entry.Kind],
        ".name" => [entry.Id.Name],
        ".ns" => [entry.Id.Namespace],
        ".id" => [entry.Id.Namespace + ":" + entry.Id.Name],
        _ => Flat(field.Steps.Aggregate<PathStep, IEnumerable<RegistryValue>>([entry.Meta], static (values, step) => values.SelectMany(value => Step(value, step)))),
    };

    private static IEnumerable<RegistryValue> Step(RegistryValue value, PathStep step)
    {
        if (value.Kind == RegistryValueKind.Map) return step.Name is not null && value.TryGetValue(step.Name, out var inner) ? [inner] : [];
        if (value.Kind != RegistryValueKind.List) return [];
        if (step.Name is not null) return value.AsList().SelectMany(item => Step(item, step));
        return step.Index == PathStep.Every ? value.AsList() : value.AsList().Skip(step.Index).Take(1);
    }

    private static IEnumerable<RegistryValue> Flat(IEnumerable<RegistryValue> values) =>
        values.SelectMany(static value => value.Kind == RegistryValueKind.List ? Flat(value.AsList()) : [value]);

    private static bool Passes(RegistryValue value, FinderTerm term)
    {
        if (term.Operator == FinderOperator.Same) return value == term.Value;
        var text = value.Kind switch
        {
            RegistryValueKind.String => value.AsString(),
            RegistryValueKind.Integer => value.AsInteger().ToString(CultureInfo.InvariantCulture),
            RegistryValueKind.Boolean or RegistryValueKind.Double => value.ToString(),
            _ => null,
        };
        var wanted = term.Value.AsString();
        return text is not null && term.Operator switch
        {
            FinderOperator.Equal => text == wanted,
            FinderOperator.Contains => text.Contains(wanted, StringComparison.Ordinal),
            FinderOperator.StartsWith => text.StartsWith(wanted, StringComparison.Ordinal),
            FinderOperator.EndsWith => text.EndsWith(wanted, StringComparison.Ordinal),
            FinderOperator.Regex => Engine(wanted, RegexOptions.None).IsMatch(text),
            FinderOperator.Glob => Engine(ToRegex(wanted), RegexOptions.Singleline).IsMatch(text),
            _ => throw new InvalidOperationException("The filter does not know " + term.Operator),
        };
    }

    private static Regex Engine(string pattern, RegexOptions options) => Engines.GetOrAdd((pattern, options), static key => new(key.Pattern, key.Options | RegexOptions.CultureInvariant));

    private static string ToRegex(string glob)
    {
        var regex = new StringBuilder(@"\A");
        for (var i = 0; i < glob.Length; i++)
        {
            if (glob[i] == '\\') regex.Append(Regex.Escape(glob[++i].ToString()));
            else if (glob[i] == '?') regex.Append(@"(?:[^.:/\uD800-\uDFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])");
            else if (glob[i] != '*') regex.Append(Regex.Escape(glob[i].ToString()));
            else if (i + 1 == glob.Length || glob[i + 1] != '*') regex.Append("[^.:/]*");
            else
            {
                regex.Append(".*");
                while (i + 1 < glob.Length && glob[i + 1] == '*') i++;
            }
        }

        return regex.Append(@"\z").ToString();
    }
}
