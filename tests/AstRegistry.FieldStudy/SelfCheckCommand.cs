using AstRegistry.FieldStudy.Oracle;
using AstRegistry.FieldStudy.Schemes;
using AstRegistry.FieldStudy.Trees;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.FieldStudy;

/// <summary>Checks the oracle and the reference scheme on pairs small enough to judge by eye.</summary>
internal static class SelfCheckCommand
{
    /// <summary>Body before, body after, and per old statement in document order: the new statement that it lives on as, or -1.</summary>
    private static readonly (string Name, string Old, string New, int[] Survivors)[] Pairs =
    [
        ("insertion", "A(); B();", "A(); N(); B();", [0, 2]),
        ("insertion of an equal statement", "A(); B(); C();", "A(); B(); B(); C();", [0, 1, 3]),
        ("deletion", "A(); B(); C();", "A(); C();", [0, -1, 1]),
        ("change of an argument", "A(1); B(x, y);", "A(1); B(x, z);", [0, 1]),
        ("replacement", "A(1); return x;", "A(1); throw new E();", [0, -1]),
        ("wrapping", "A(x); B(x, y);", "if (x > 0) { A(x); B(x, y); }", [1, 2]),
        ("unwrapping", "try { A(x); B(x, y); } catch { }", "A(x); B(x, y);", [-1, 0, 1]),
        ("wrapping and a change", "if (a) { F(x, 1); G(y, 2); }", "while (q) { if (a && b) { F(x, 1); G(y, 2); } }", [1, 2, 3]),
        ("swap", "A(x, 1); B(y, 2);", "B(y, 2); A(x, 1);", [1, 0]),
        ("move into a branch", "if (x) { A(y, 1); } else { B(z, 2); }", "if (x) { } else { B(z, 2); A(y, 1); }", [0, 2, 1]),
        ("change of a condition", "if (a == b) { A(1); }", "if (a == c) { A(1); }", [0, 1]),
    ];

    /// <summary>Body before, body after, and per old statement whether the reference keeps its id on the survivor ('=') or loses it ('-'); never '!'.</summary>
    private static readonly (string Name, string Old, string New, string Fate)[] Fates =
    [
        ("insertion elsewhere", "A(); B();", "A(); N(); B();", "=="),
        ("an equal one appears: the first loses, never lies", "A(); B(); C();", "A(); B(); B(); C();", "=-="),
        ("another salient name", "x = F(1); B();", "y = F(1); B();", "-="),
        ("another argument", "F(1); B();", "F(2); B();", "=="),
        ("a second call of the same name", "F(1); B();", "F(1); F(2); B();", "-="),
        ("wrapping", "F(1); B();", "if (x) { F(1); B(); }", "=="),
    ];

    public static int Run(string[] args)
    {
        var failures = 0;
        foreach (var (name, old, @new, survivors) in Pairs)
        {
            var (before, after, matching) = Match(old, @new);
            var statements = Statements(after);
            failures += Report(name, string.Join(',', survivors), string.Join(',', Statements(before).Select(s => statements.IndexOf(matching.NewOf[s]))));
        }

        foreach (var (name, old, @new, fate) in Fates)
        {
            var (before, after, matching) = Match(old, @new);
            var oldIds = EscalatingScheme.Assign(before).Ids;
            var newIds = EscalatingScheme.Assign(after).Ids;
            failures += Report(name, fate, string.Concat(Statements(before).Select(s =>
                matching.NewOf[s] >= 0 && newIds[matching.NewOf[s]] == oldIds[s] ? '=' : newIds.Contains(oldIds[s]) ? '!' : '-')));
        }

        Console.WriteLine($"selfcheck: {Pairs.Length + Fates.Length} pairs, {failures} failures");
        return failures == 0 ? 0 : 1;
    }

    private static int Report(string name, string expected, string actual)
    {
        if (expected == actual) return 0;
        Console.WriteLine($"  {name}: expected {expected}, got {actual}");
        return 1;
    }

    private static (MemberSyntax Old, MemberSyntax New, TreeMatching Matching) Match(string old, string @new)
    {
        var before = Parse(old);
        var after = Parse(@new);
        return (before, after, TreeMatching.Of(before, after));
    }

    private static MemberSyntax Parse(string body) =>
        new(MemberFinder.Find(CSharpSyntaxTree.ParseText($"class C {{ void M() {{ {body} }} }}").GetRoot())[0].Declaration);

    private static List<int> Statements(MemberSyntax tree) => [.. Enumerable.Range(1, tree.Count - 1).Where(i => History.IdScores.IsIn(0, tree.Nodes[i]))];
}
