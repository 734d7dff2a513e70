namespace AstRegistry.Runtime.Tests.Finding;

/// <summary>Entries and queries from few building blocks, so that queries meet entries. The same seed gives the same world.</summary>
internal sealed class RandomWorld(int seed)
{
    private static readonly string[] Pieces = ["get_", "a", "b", "ab", ".", ":", "/", "*", "?", "\\", "(", ")", "<T>", " x", "\"", "é", "😀", "aaa", "User", "-", "1"];
    private static readonly string[] Namespaces = ["app", "app.db", "app.db.x", "sys", "a"];
    private static readonly string[] Kinds = ["function.lua", "function.js", "function", "registry.entry", "a"];
    private static readonly string[] Paths = ["tags", "tags[*]", "tags[0]", "port", "on", "deep.a", "deep[1].a", "deep[*].a", "deep", "missing"];
    private static readonly string[] Regexes =
    [
        "^get_", "User$", "a+b", "^a?b", "(ab)?c|a", "[a-c]{2}", "get_.*User", "\\(.*\\)", "^.$", "a{2,}", "(a|b)User", "x?aaa", "^(get_)?a", "[]a]b", "a\\.b", "(?i)user", "\\bUser", "aaa*", "a[^b]a", "\\d",
    ];

    private readonly Random _random = new(seed);

    public int Next(int count) => _random.Next(count);

    public string Id() => Pick(Namespaces) + ":n" + Text(3).TrimEnd();

    public RegistryEntry Entry(string id) => TestTable.Entry(id, Pick(Kinds),
        ("tags", Next(3) == 0 ? Text(2) : RegistryValue.ListOf(Enumerable.Range(0, Next(4)).Select(_ => Scalar()))),
        ("port", Scalar()),
        ("on", Next(2) == 0),
        ("deep", RegistryValue.ListOf(Enumerable.Range(0, Next(3)).Select(_ => RegistryValue.MapOf(("a", Next(2) == 0 ? Scalar() : RegistryValue.ListOf(Scalar(), RegistryValue.ListOf(Scalar()))))))));

    public FinderQuery Query(RegistrySnapshot snapshot)
    {
        var query = FinderQuery.All;
        var terms = Next(10) == 0 ? 0 : 1 + Next(3);
        for (var i = 0; i < terms; i++) query = query.And(Term(snapshot));
        return query;
    }

    private FinderTerm Term(RegistrySnapshot snapshot)
    {
        var field = FinderField.Parse(Next(2) == 0 ? "meta." + Pick(Paths) : Pick([".name", ".name", ".id", ".kind", ".ns"]));
        return Next(8) switch
        {
            0 => new(field, FinderOperator.Equal, Whole(snapshot, field)),
            1 => new(field, FinderOperator.StartsWith, Some(Whole(snapshot, field), fromStart: true)),
            2 => new(field, FinderOperator.EndsWith, Some(Whole(snapshot, field), fromStart: false)),
            3 => new(field, FinderOperator.Contains, Some(Some(Whole(snapshot, field), fromStart: true), fromStart: false)),
            4 => new(field, FinderOperator.Regex, Pick(Regexes)),
            5 => FinderTerm.Same(field, Next(3) == 0 ? Scalar() : Whole(snapshot, field)),
            _ => new(field, FinderOperator.Glob, Pattern(Whole(snapshot, field))),
        };
    }

    /// <summary>A text that the field may have somewhere.</summary>
    private string Whole(RegistrySnapshot snapshot, FinderField field)
    {
        if (snapshot.Count == 0 || Next(8) == 0) return Text(2);
        var entry = snapshot.Entries.ElementAt(Next(snapshot.Count));
        return field.ToString() switch
        {
            ".kind" => entry.Kind,
            ".name" => entry.Id.Name,
            ".ns" => entry.Id.Namespace,
            ".id" => entry.Id.ToString(),
            _ => Scalar() is { IsNull: false } scalar ? scalar.TryGetString(out var text) ? text : scalar.ToString() : "80",
        };
    }

    private string Some(string text, bool fromStart)
    {
        var length = 1 + Next(Math.Max(1, text.Length));
        if (length >= text.Length) return text.Length == 0 ? "a" : text;
        var part = fromStart ? text[..length] : text[^length..];
        return char.IsLowSurrogate(part[0]) || char.IsHighSurrogate(part[^1]) ? text : part;
    }

    /// <summary>A text, some of whose characters became wildcards.</summary>
    private string Pattern(string text) => string.Concat(text.Select(c => char.IsSurrogate(c) ? c.ToString() : Next(6) switch
    {
        0 => "?",
        1 => "*",
        2 => Next(2) == 0 ? "**" : "*" + Literal(c),
        _ => Literal(c),
    }));

    private static string Literal(char c) => c is '*' or '?' or '\\' ? "\\" + c : c.ToString();

    private string Text(int pieces) => string.Concat(Enumerable.Range(0, 1 + Next(pieces)).Select(_ => Pick(Pieces)));

    private RegistryValue Scalar() => Next(8) switch
    {
        0 => RegistryValue.Of((long)Next(3)),
        1 => 80,
        2 => 80.0,
        3 => Next(2) == 0,
        4 => RegistryValue.Null,
        _ => Text(2),
    };

    private T Pick<T>(T[] items) => items[Next(items.Length)];
}
