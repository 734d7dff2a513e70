namespace AstRegistry.Runtime.Tests.Finding;

public sealed class FinderQueryTests
{
    /// <summary>A text and its normalized form.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("  \t ", "")]
    [InlineData(".kind=function.lua", ".kind=function.lua")]
    [InlineData(".kind=function.*   .ns=app", ".ns=app .kind=function.*")]
    [InlineData(".name=a .name=a", ".name=a")]
    [InlineData(".name=b .name=a", ".name=a .name=b")]
    [InlineData(".name^=get_ .name~=^on[A-Z] .name*=x .name$=Async", ".name$=Async .name*=x .name^=get_ .name~=^on[A-Z]")]
    [InlineData(".name=\"a b\"", ".name=\"a b\"")]
    [InlineData(".name=a\\ b", ".name=\"a b\"")]
    [InlineData(".name=\"operator *\"", ".name=\"operator *\"")]
    [InlineData(".name=operator\\*", ".name=\"operator*\"")]
    [InlineData(".name=\"get \"*", ".name=get\\ *")]
    [InlineData(".name=a***b", ".name=a**b")]
    [InlineData(".name=\"List<T>.*\"*", ".name=List<T>.\\**")]
    [InlineData(".name*=a*b", ".name*=a*b")]
    [InlineData(".name=\"\"", ".name=\"\"")]
    [InlineData(".name=a\"b c\"d", ".name=\"ab cd\"")]
    [InlineData(".name=\\u0041\\n", ".name=\"A\\u000a\"")]
    [InlineData(".name~=\\d+\\ x", ".name~=\\d+\\ x")]
    [InlineData(".name~=\"a \\\"\\d\"", ".name~=\"a \\\"\\d\"")]
    [InlineData("meta.port=80", "meta.port=80")]
    [InlineData("meta.port==80", "meta.port==80")]
    [InlineData("meta.port==\"80\"", "meta.port==\"80\"")]
    [InlineData("meta.port==8e1", "meta.port==80.0")]
    [InlineData("meta.on==true meta.off==null", "meta.off==null meta.on==true")]
    [InlineData("meta.x==abc", "meta.x==abc")]
    [InlineData("meta.x==a*", "meta.x==a*")]
    [InlineData("meta.tags[*]=http meta.tags[0]=x", "meta.tags[*]=http meta.tags[0]=x")]
    [InlineData("meta.\"a.b\".c=1", "meta.\"a.b\".c=1")]
    [InlineData("meta.\"ab\"=1", "meta.ab=1")]
    [InlineData("meta[0]=1", "meta[0]=1")]
    [InlineData("meta[007]=1", "meta[7]=1")]
    [InlineData("meta.a/b@c:d-e_f=1", "meta.a/b@c:d-e_f=1")]
    public void A_text_has_a_normalized_form_which_parses_to_an_equal_query(string text, string normalized)
    {
        var query = FinderQuery.Parse(text);
        Assert.Equal(normalized, query.ToString());
        Assert.Equal(query, FinderQuery.Parse(normalized));
        Assert.Equal(query.GetHashCode(), FinderQuery.Parse(normalized).GetHashCode());
    }

    [Fact]
    public void An_empty_query_is_the_one_that_finds_everything()
    {
        Assert.Same(FinderQuery.All, FinderQuery.Parse(""));
        Assert.Empty(FinderQuery.All.Terms);
    }

    [Fact]
    public void A_query_can_be_built_without_text()
    {
        var built = FinderQuery.Where(FinderField.Kind, FinderOperator.Glob, "function.*")
            .And(FinderField.Meta("tags"), FinderOperator.Contains, "http")
            .And(FinderTerm.Same(FinderField.Meta("port"), 80))
            .And(FinderField.Name, FinderOperator.Glob, "plain");
        Assert.Equal(FinderQuery.Parse(".kind=function.* meta.tags*=http meta.port==80 .name=plain"), built);
        Assert.Equal(FinderOperator.Equal, built.Terms[0].Operator);
    }

    [Fact]
    public void A_query_can_be_given_as_pairs()
    {
        var pairs = FinderQuery.Of(new("^.name", "get_"), new("*meta.tags", "http"), new("~.kind", "^f"), new("$.id", "x"), new(".ns", "app.**"), new("meta.a", "b\\*"));
        Assert.Equal(FinderQuery.Parse(".name^=get_ meta.tags*=http .kind~=^f .id$=x .ns=app.** meta.a=b\\*"), pairs);
    }

    [Theory]
    [InlineData("name", "x", 1)]
    [InlineData("^name", "x", 2)]
    [InlineData("*meta", "x", 6)]
    [InlineData("~.name", "a(", 2)]
    [InlineData("", "x", 1)]
    [InlineData("^.name", "", 1)]
    public void A_pair_that_is_malformed_is_refused_with_the_place(string key, string value, int column) =>
        Assert.Equal(column, Assert.Throws<FinderSyntaxException>(() => FinderQuery.Of(new KeyValuePair<string, string>(key, value))).Column);

    [Fact]
    public void Equal_terms_in_another_order_make_equal_queries()
    {
        var left = FinderQuery.Parse(".kind=a meta.x=1 .name^=b");
        var right = FinderQuery.Parse(".name^=b .kind=a meta.x=1 .kind=a");
        Assert.Equal(left, right);
        Assert.NotEqual(left, FinderQuery.Parse(".name^=b .kind=a"));
        Assert.NotEqual(FinderQuery.Parse(".name=\"a*\""), FinderQuery.Parse(".name=a*"));
    }

    [Theory]
    [InlineData(".ns=app .name^=x", "app")]
    [InlineData(".ns==app", "app")]
    [InlineData(".id=app:x", "app")]
    [InlineData(".id^=app:x", "app")]
    [InlineData(".id=app:x*", "app")]
    [InlineData(".id~=^app:x", "app")]
    [InlineData(".ns=app*", null)]
    [InlineData(".id^=app", null)]
    [InlineData(".name=x", null)]
    public void A_query_knows_the_one_namespace_that_it_reads(string text, string? scope) => Assert.Equal(scope, FinderQuery.Parse(text).Scope);

    [Fact]
    public void A_field_is_read_and_written()
    {
        Assert.Equal(FinderField.Meta("a", "b.c"), FinderField.Parse("meta.a.\"b.c\""));
        Assert.Equal(FinderField.Name, FinderField.Parse(".name"));
        Assert.True(FinderField.TryParse("meta.x[*]", out _));
        Assert.False(FinderField.TryParse("meta.x=1", out _));
        Assert.False(FinderField.TryParse(null, out _));
    }

    [Fact]
    public void A_value_that_no_term_can_hold_is_refused()
    {
        Assert.Throws<ArgumentException>(() => FinderTerm.Same(FinderField.Name, RegistryValue.EmptyList));
        Assert.Throws<FinderSyntaxException>(() => new FinderTerm(FinderField.Name, FinderOperator.Equal, "\uD800"));
        Assert.Throws<FinderSyntaxException>(() => new FinderTerm(FinderField.Name, FinderOperator.Equal, new string('x', FinderLimits.MaxTextLength + 1)));
        Assert.Throws<FinderSyntaxException>(() => FinderField.Meta());
    }
}
