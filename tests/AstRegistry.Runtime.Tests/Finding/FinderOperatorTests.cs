namespace AstRegistry.Runtime.Tests.Finding;

/// <summary>Every operator on every field, without indexes and with all of them.</summary>
public sealed class FinderOperatorTests
{
    /// <summary>Five entries that queries are about, and others, so that it pays to use indexes.</summary>
    private static readonly RegistrySnapshot Snapshot = new TestTable([
        TestTable.Entry("app:get_user", "function.lua", ("tags", RegistryValue.ListOf("http", "admin")), ("port", 80), ("on", true)),
        TestTable.Entry("app.db:get_user.v2", "function.js", ("tags", "http"), ("port", "80"), ("ratio", 1.0)),
        TestTable.Entry("app:operator *(Vec<T>, int)", "method", ("tags", RegistryValue.EmptyList), ("port", 80.0)),
        TestTable.Entry("sys:onStart", "function.lua", ("routes", RegistryValue.ListOf(Route("GET", "/a/b"), Route("PUT", "/a"))), ("nothing", RegistryValue.Null)),
        TestTable.Entry("sys:onstart", "function", ("deep", RegistryValue.ListOf(RegistryValue.ListOf("x"), RegistryValue.ListOf("y", "z"))), ("a.b", 1), ("raw", RegistryValue.Of([1, 2]))),
        .. Enumerable.Range(0, 50).Select(static i => TestTable.Entry(FormattableString.Invariant($"zz:zz{i}"), "zz", ("port", i), ("tags", "zz")))]).Snapshot;

    private static RegistryValue Route(string verb, string path) => RegistryValue.MapOf(("verb", verb), ("path", path));

    /// <summary>A query and the names that it finds, in the order of creation: by their first letters u, v, o, S, s.</summary>
    [Theory]
    [InlineData("", "u v o S s")]
    [InlineData(".kind=function.lua", "u S")]
    [InlineData(".kind=function.*", "u v S")]
    [InlineData(".kind=function*", "s")]
    [InlineData(".kind=function**", "u v S s")]
    [InlineData(".kind^=function", "u v S s")]
    [InlineData(".kind$=.lua", "u S")]
    [InlineData(".kind*=tion", "u v S s")]
    [InlineData(".kind~=^m.*d$", "o")]
    [InlineData(".kind==method", "o")]
    [InlineData(".name=get_user", "u")]
    [InlineData(".name=get_*", "u")]
    [InlineData(".name=get_**", "u v")]
    [InlineData(".name=on?tart", "S s")]
    [InlineData(".name=onStar?", "S")]
    [InlineData(".name=get?user", "u")]
    [InlineData(".name=get_user?v2", "")]
    [InlineData(".name=operator\\ \\**", "o")]
    [InlineData(".name=\"operator *\"*", "o")]
    [InlineData(".name==\"operator *(Vec<T>, int)\"", "o")]
    [InlineData(".name*=Vec<T>", "o")]
    [InlineData(".name^=get_", "u v")]
    [InlineData(".name$=start", "s")]
    [InlineData(".name~=^on[A-Z]", "S")]
    [InlineData(".name~=(?i)^ONS", "S s")]
    [InlineData(".name~=\"\\* ?\\(\"", "o")]
    [InlineData(".ns=app", "u o")]
    [InlineData(".ns=app.*", "v")]
    [InlineData(".ns=app**", "u v o")]
    [InlineData(".ns^=app", "u v o")]
    [InlineData(".ns$=db", "v")]
    [InlineData(".ns*=pp.", "v")]
    [InlineData(".ns~=^(app|sys)$", "u o S s")]
    [InlineData(".ns==sys", "S s")]
    [InlineData(".id=app:get_user", "u")]
    [InlineData(".id=*:onStart", "S")]
    [InlineData(".id=app.*:get**", "v")]
    [InlineData(".id^=app:", "u o")]
    [InlineData(".id$=2", "v")]
    [InlineData(".id*=b:g", "v")]
    [InlineData(".id~=^sys:on", "S s")]
    [InlineData(".id==sys:onstart", "s")]
    [InlineData(".id=app:nothing", "")]
    [InlineData(".id=nothing", "")]
    [InlineData(".ns=app .name=get_user", "u")]
    [InlineData(".ns=app .name=nothing", "")]
    [InlineData(".ns=nothing", "")]
    [InlineData("meta.tags=http", "u v")]
    [InlineData("meta.tags=admin", "u")]
    [InlineData("meta.tags[*]=http", "u")]
    [InlineData("meta.tags[0]=http", "u")]
    [InlineData("meta.tags[1]=http", "")]
    [InlineData("meta.tags[9]=http", "")]
    [InlineData("meta.tags*=min", "u")]
    [InlineData("meta.tags^=ht", "u v")]
    [InlineData("meta.tags$=n", "u")]
    [InlineData("meta.tags~=^a", "u")]
    [InlineData("meta.tags=h*", "u v")]
    [InlineData("meta.tags=http meta.tags=admin", "u")]
    [InlineData("meta.port=80", "u v")]
    [InlineData("meta.port=80.0", "o")]
    [InlineData("meta.port==80", "u")]
    [InlineData("meta.port==\"80\"", "v")]
    [InlineData("meta.port==80.0", "o")]
    [InlineData("meta.port^=8", "u v o")]
    [InlineData("meta.on=true", "u")]
    [InlineData("meta.on==true", "u")]
    [InlineData("meta.on==\"true\"", "")]
    [InlineData("meta.ratio=1.0", "v")]
    [InlineData("meta.ratio==1", "")]
    [InlineData("meta.routes.verb=GET", "S")]
    [InlineData("meta.routes[*].verb=PUT", "S")]
    [InlineData("meta.routes[1].verb=GET", "")]
    [InlineData("meta.routes.verb=GET meta.routes.path=/a", "S")]
    [InlineData("meta.routes.path=/a/*", "S")]
    [InlineData("meta.routes.path=/*", "S")]
    [InlineData("meta.routes=GET", "")]
    [InlineData("meta.nothing==null", "S")]
    [InlineData("meta.nothing=null", "")]
    [InlineData("meta.missing==null", "")]
    [InlineData("meta.deep=y", "s")]
    [InlineData("meta.deep[0]=y", "")]
    [InlineData("meta.deep[1]=y", "s")]
    [InlineData("meta.deep[*][*]=z", "s")]
    [InlineData("meta.\"a.b\"=1", "s")]
    [InlineData("meta.a.b=1", "")]
    [InlineData("meta.raw=AQI=", "")]
    [InlineData(".kind^=function meta.tags=http .name$=user", "u")]
    public void An_operator_finds_what_it_says(string text, string expected)
    {
        string[] letters = ["u", "v", "o", "S", "s"];
        var order = Snapshot.Entries.Take(5).ToList();
        string Letters(IEnumerable<RegistryEntry> entries) => string.Join(' ', entries.Where(order.Contains).Select(entry => letters[order.IndexOf(entry)]));
        var finder = new Finder(new() { IndexAfter = 3, IndexInBackground = false, CacheSize = 0 });
        for (var round = 0; round < 5; round++)
        {
            var found = finder.Ask(Snapshot, text);
            Assert.Equal(expected, Letters(found));
        }

        Assert.Equal(expected, Letters(order.Where(FinderQuery.Parse(text).Matches)));
        Assert.Equal(expected, Letters(NaiveFilter.Find(Snapshot, FinderQuery.Parse(text))));
    }

    [Theory]
    [InlineData("?", "😀", true)]
    [InlineData("??", "😀", false)]
    [InlineData("*?", "😀", true)]
    [InlineData("?*", "a.b", false)]
    [InlineData("**", "a.b:c/d", true)]
    [InlineData("*", "", true)]
    [InlineData("*a*b", "xaxb", true)]
    [InlineData("*a.*b", "ca.xb", true)]
    [InlineData("*a.*b", "ca.xa.b", false)]
    [InlineData("**a.*b", "ca.xa.b", true)]
    [InlineData("**a*b**c", "a.aab.x.c", true)]
    [InlineData("a**b*c", "a.b.bxc", true)]
    [InlineData("a*", "b", false)]
    [InlineData("*ab", "aab", true)]
    [InlineData("**.x", "a.x.x", true)]
    public void A_wildcard_crosses_what_it_says(string pattern, string text, bool isMatch)
    {
        var entry = TestTable.Entry("app:x", "thing", ("v", text));
        Assert.Equal(isMatch, FinderQuery.Where(FinderField.Meta("v"), FinderOperator.Glob, pattern).Matches(entry));
    }

    [Fact]
    public void Limit_and_offset_make_pages_in_the_order_of_creation()
    {
        var snapshot = new TestTable(Enumerable.Range(0, 100).Select(static i => TestTable.Entry(FormattableString.Invariant($"app:n{(i * 37) % 100:00}")))).Snapshot;
        var finder = new Finder();
        var all = snapshot.Entries.ToArray();
        foreach (var text in new[] { "", ".name^=n", ".ns=app", ".name=n*" })
        {
            for (var round = 0; round < 3; round++)
            {
                Assert.Equal(all[..10], finder.Ask(snapshot, text, limit: 10));
                Assert.True(finder.Ask(snapshot, text, limit: 10).HasMore);
                Assert.Equal(all[95..], finder.Ask(snapshot, text, limit: 10, offset: 95));
                Assert.False(finder.Ask(snapshot, text, limit: 10, offset: 95).HasMore);
                Assert.False(finder.Ask(snapshot, text, limit: 100).HasMore);
                Assert.Empty(finder.Ask(snapshot, text, offset: 100));
                Assert.True(finder.Ask(snapshot, text, limit: 0).HasMore);
                Assert.Equal(all, finder.AskEach(snapshot, FinderQuery.Parse(text)));
            }
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => finder.Ask(snapshot, "", limit: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => finder.Ask(snapshot, "", offset: -1));
    }
}
