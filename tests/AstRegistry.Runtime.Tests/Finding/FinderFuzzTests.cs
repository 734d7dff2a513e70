using System.Text;

namespace AstRegistry.Runtime.Tests.Finding;

/// <summary>Texts by chance: each is a query that behaves, or is refused with a place in the text.</summary>
public sealed class FinderFuzzTests
{
    private const int Count = 120_000;
    private const int RunEvery = 8;
    private const string Alphabet = ".kindamensptg=~*^$?[]\"\\ 01:/(){}|+-_<>!,\t\u0001é\uD800\uDE00xX&";

    private static readonly string[] Seeds =
    [
        ".kind=function.* .ns=app.** meta.tags*=http .name^=get_ .name~=^on[A-Z]", "meta.routes[*].path=\"/a b\" meta.x[0]==80", ".id=app:a\\*b .name$=\"x y\"", ".name~=\"a \\\"b\" meta.\"q.r\"==null", ".name~=(a|b)+[^c]{2,3}\\d$",
    ];

    private static readonly RegistrySnapshot Snapshot = new TestTable(Enumerable.Range(0, 20).Select(static i => new RandomWorld(i)).Select(static world => world.Entry(world.Id()))).Snapshot;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_text_is_a_query_or_a_syntax_error(int seed)
    {
        var random = new Random(seed);
        var finder = new Finder(new() { TimeProvider = new StoppedClock(), CacheSize = 64 });
        int good = 0, bad = 0;
        for (var i = 0; i < Count / 2; i++)
        {
            var text = random.Next(3) == 0 ? Noise(random) : Mutated(random);
            if (FinderQuery.TryParse(text, out var query, out var error)) AssertBehaves(query, finder, good++ % RunEvery == 0);
            else AssertTold(text, error, ref bad);
        }

        Assert.True(good > Count / 100, $"{good} good texts");
        Assert.True(bad > Count / 10, $"{bad} bad texts");
    }

    private static void AssertBehaves(FinderQuery query, Finder finder, bool isRun)
    {
        // To make an automaton costs more than all the rest.
        if (isRun || !query.HasRegex) Assert.Equal(query, FinderQuery.Parse(query.ToString()));
        if (isRun) Assert.Equal(Snapshot.Entries.Where(query.Matches), finder.Ask(Snapshot, query));
    }

    private static void AssertTold(string text, FinderSyntaxException error, ref int count)
    {
        count++;
        Assert.InRange(error.Column, 1, text.Length + 1);
        Assert.NotEmpty(error.Expected);
        Assert.NotEmpty(error.Hint);
    }

    private static string Noise(Random random) => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));

    private static string Mutated(Random random)
    {
        var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
        for (var edits = 1 + random.Next(4); edits > 0 && text.Length > 0; edits--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0: text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at)); break;
                case 1: text.Insert(at, Alphabet[random.Next(Alphabet.Length)]); break;
                case 2: text[at] = Alphabet[random.Next(Alphabet.Length)]; break;
                default: text.Insert(at, Seeds[random.Next(Seeds.Length)].AsSpan(0, random.Next(20))); break;
            }
        }

        return text.ToString();
    }
}
