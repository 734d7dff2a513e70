namespace AstRegistry.Runtime.Tests.Finding;

public sealed class FinderBudgetTests
{
    private static readonly RegistrySnapshot Large = new TestTable(Enumerable.Range(0, 20_000).Select(static i => TestTable.Entry(FormattableString.Invariant($"app:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{i}")))).Snapshot;

    private static readonly RegistrySnapshot Deep = new TestTable(TestTable.Entry("app:x", "thing", ("v", new string('a', 5_000)), ("w", new string('a', 5_000) + "."))).Snapshot;

    /// <summary>Expressions that hang an engine that backtracks: they are answered in time linear in the text, or refused when they are read.</summary>
    [Theory]
    [InlineData("(a+)+$", 1)]
    [InlineData("^(a+)+b$", 0)]
    [InlineData("(a|a)*b", 0)]
    [InlineData("(a|aa)+$", 1)]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$", 0)]
    [InlineData("(.*)*x", 0)]
    [InlineData("(a?){60}a{60}", 1)]
    [InlineData("((a{1,500}){1,500}){1,500}", -1)]
    [InlineData("(x+x+)+y", 0)]
    public void A_poison_expression_is_answered_or_refused(string pattern, int found)
    {
        var finder = new Finder(new() { TimeProvider = new StoppedClock() });
        var error = Record.Exception(() => Assert.Equal(found, finder.Ask(Deep, FinderQuery.Where(FinderField.Meta("v"), FinderOperator.Regex, pattern)).Count));
        if (found < 0) Assert.IsType<FinderSyntaxException>(error);

        // On a busy machine a match may be given up.
        else Assert.True(error is null or FinderBudgetException, error?.ToString());
        Assert.Single(finder.Ask(Deep, "meta.v^=aaa"));
    }

    [Fact]
    public void A_query_with_a_regular_expression_that_takes_too_long_is_an_error_and_others_are_answered()
    {
        var finder = new Finder(new() { TimeProvider = new StoppedClock(TimeSpan.FromMilliseconds(1)), CacheSize = 0, IndexAfter = int.MaxValue });
        var fault = Assert.Throws<FinderBudgetException>(() => finder.Ask(Large, ".name~=a.*b"));
        Assert.Contains("longer than 50 ms", fault.Message, StringComparison.Ordinal);
        Assert.Equal(".name~=a.*b", fault.Query!.ToString());
        Assert.Equal(20_000, finder.Ask(Large, ".name*=aaa").Count);
    }

    [Fact]
    public void A_query_that_takes_too_long_is_an_error()
    {
        var finder = new Finder(new() { TimeProvider = new StoppedClock(TimeSpan.FromMilliseconds(300)), IndexAfter = int.MaxValue });
        Assert.Contains("longer than 1000 ms", Assert.Throws<FinderBudgetException>(() => finder.Ask(Large, ".name*=b")).Message, StringComparison.Ordinal);
        Assert.Empty(finder.Ask(Deep, ".name*=b"));
    }

    [Fact]
    public void A_query_that_needs_too_much_work_is_an_error()
    {
        var finder = new Finder(new() { MaxWork = 10_000, IndexAfter = int.MaxValue, TimeProvider = new StoppedClock() });
        Assert.Contains("more work than 10000", Assert.Throws<FinderBudgetException>(() => finder.Ask(Large, ".name*=b")).Message, StringComparison.Ordinal);
        Assert.Throws<FinderBudgetException>(() => finder.Ask(Deep, "meta.w=**a*a*a*a*b"));
        Assert.Throws<FinderBudgetException>(() => finder.Ask(Deep, "meta.v~=a+b"));
        Assert.Single(finder.Ask(Deep, "meta.v^=aaa"));
    }

    [Fact]
    public void A_caller_can_give_up()
    {
        using var source = new CancellationTokenSource();
        var finder = new Finder();
        var entries = finder.Enumerate(Large, FinderQuery.All, source.Token).GetEnumerator();
        Assert.True(entries.MoveNext());
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
        {
            while (entries.MoveNext()) continue;
        });
        Assert.Throws<OperationCanceledException>(() => finder.Find(Large, ".name^=a", cancellationToken: source.Token));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Finder(new() { CacheSize = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Finder(new() { MaxWork = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Finder(new() { Timeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Finder(new() { RegexTimeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Finder(new() { IndexAfter = 0 }));
    }
}
