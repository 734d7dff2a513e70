using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Identity;

/// <summary>A statement with the statements nested in it; <c>@</c> in its text is where they stand.</summary>
internal sealed record RandomStatement(string Text, RandomStatement[] Nested)
{
    private static readonly string[] Leaves =
    [
        "Run(1);", "Run(2);", "Run(x, y => y);", "x = 1;", "x += Run(1);", "var v = Make();", "var w = new List<int> { 1, 2 };",
        "return;", "a.B().B().C();", "throw new E();", "await Run(1);", ";", "x = a ? Run(1) : Run(1);",
        "x = a switch { 1 => Run(1), 2 => Run(1), _ => 0 };", "Run(() => { Run(1); });", "int L(int z) => z;", "yield return 1;",
    ];

    private static readonly string[] Containers =
    [
        "{ @ }", "if (a) { @ }", "if (a > 1) { @ }", "if (a) { @ } else { Run(1); }", "while (a) { @ }", "foreach (var i in a) { @ }",
        "try { @ } catch (E) { Run(1); } finally { Run(1); }", "using (Open()) { @ }", "Run(z => { @ });", "switch (a) { case 1: @ break; default: break; }",
        "lock (a) { @ }", "void L() { @ }",
    ];

    /// <summary>Statements that are made of few words, so that many are equal or nearly so.</summary>
    public static Gen<RandomStatement> Any { get; } = Gen.Sized(Sized);

    public static Gen<RandomStatement[]> Body { get; } = Any.ArrayOf().Resize(8);

    private static Gen<RandomStatement> Sized(int size)
    {
        var leaf = Gen.Elements(Leaves).Select(text => new RandomStatement(text, []));
        if (size <= 1) return leaf;
        var container = from text in Gen.Elements(Containers)
                        from nested in Gen.Resize(Any.ArrayOf(), size / 3)
                        select new RandomStatement(text, nested);
        return Gen.Frequency((3, leaf), (1, container));
    }

    public static string Render(IEnumerable<RandomStatement> statements, string space = " ")
    {
        var text = new StringBuilder();
        foreach (var statement in statements)
        {
            text.Append(space).Append(statement.Text.Replace("@", Render(statement.Nested, space), StringComparison.Ordinal));
        }

        return text.ToString();
    }

    /// <summary>Every way to put one statement somewhere among others.</summary>
    public static IEnumerable<RandomStatement[]> Insertions(RandomStatement[] body, RandomStatement statement)
    {
        for (var i = 0; i <= body.Length; i++) yield return [.. body[..i], statement, .. body[i..]];
        for (var i = 0; i < body.Length; i++)
        {
            if (!body[i].Text.Contains('@', StringComparison.Ordinal)) continue;
            foreach (var nested in Insertions(body[i].Nested, statement)) yield return [.. body[..i], body[i] with { Nested = nested }, .. body[(i + 1)..]];
        }
    }
}
