using AstRegistry.Packing;

namespace AstRegistry.Tests.Syntax;

/// <summary>Source that nests deeper than any stack.</summary>
public class DepthTests
{
    private const int Depth = 10_000;

    /// <summary>
    /// A name, how deep it goes (less where the parser itself, or the hash of every nested type's text, takes the square of the depth),
    /// what opens each level, what stands innermost, what closes each level, and what is around it all.
    /// </summary>
    public static TheoryData<string, int, string, string, string, string> Shapes => new()
    {
        { "blocks", Depth, "{ A(); ", "", "}", "class C { void M() { @ } }" },
        { "parentheses", 1_500, "(", "1", ")", "class C { int P => @; }" },
        { "calls", Depth, "F(", "1", ")", "class C { int P => @; }" },
        { "ifs", Depth, "if (a) ", "B();", "", "class C { void M() { @ } }" },
        { "if blocks", Depth, "if (a) { ", "", "}", "class C { void M() { @ } }" },
        { "lambdas", Depth, "x => ", "x", "", "class C { object P => @; }" },
        { "lambda blocks", Depth, "() => { return ", "1", "; }", "class C { object P => @; }" },
        { "local functions", Depth, "void L() { ", "", "}", "class C { void M() { @ } }" },
        { "types", 2_000, "class C { void M() { } ", "", "}", "@" },
        { "generic types", 2_000, "class C<T> { T P => default; ", "", "}", "@" },
        { "namespaces", Depth, "namespace N { using A = int; ", "class C { }", "}", "@" },
        { "unary minus", Depth, "- ", "1", "", "class C { int P => @; }" },
        { "casts", Depth, "(int)", "1", "", "class C { int P => @; }" },
        { "conditionals", Depth, "a ? b : ", "c", "", "class C { int P => @; }" },
        { "assignments", Depth, "a = ", "1", "", "class C { void M() { @; } }" },
        { "coalescing", Depth, "a ?? ", "b", "", "class C { object P => @; }" },
        { "collections", 400, "[", "", "]", "class C { object P => @; }" },
        { "interpolations", 200, "$\"{", "1", "}\"", "class C { object P => @; }" },
        { "patterns", Depth, "not ", "1", "", "class C { object P => a is @; }" },
        { "recursive patterns", Depth, "{ P: ", "1", "}", "class C { object P => a is @; }" },
        { "switch expressions", Depth, "a switch { _ => ", "1", "}", "class C { object P => @; }" },
        { "queries", Depth, "from x in ", "y", " select x", "class C { object P => @; }" },
        { "arrays", Depth, "int[]", "", "[]", "class C { @ M() => null; }" },
        { "tuples", Depth, "(int, ", "int", ")", "class C { @ M(@ p) => null; }" },
        { "attribute arguments", Depth, "[A(typeof(int))] ", "int F;", "", "class C { @ }" },
        { "tries", Depth, "try { ", "", "} finally { }", "class C { void M() { @ } }" },
        { "labels", Depth, "a: ", ";", "", "class C { void M() { @ } }" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Nesting_is_walked_without_the_stack(string name, int depth, string open, string innermost, string close, string around)
    {
        Assert.NotEmpty(name);
        var nested = string.Concat(Enumerable.Repeat(open, depth)) + innermost + string.Concat(Enumerable.Repeat(close, depth));
        var source = around.Replace("@", nested, StringComparison.Ordinal);

        Deep.Run(source, table => AssertDeep(table, source));
    }

    /// <summary>Chains that the parser reads in a loop, so that they are deep however small its stack is.</summary>
    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("\"a\"", " + \"b\" + c")]
    [InlineData("a", " && b || c")]
    [InlineData("a", ".b")]
    [InlineData("a", ".b()")]
    [InlineData("a", ".b(x => x, 1)[2]")]
    [InlineData("a", "?.b")]
    [InlineData("a", "!")]
    [InlineData("a is 1", " or 2")]
    [InlineData("a", " with { }")]
    [InlineData("a", " switch { }")]
    [InlineData("a", "()")]
    [InlineData("a", "[0]++")]
    public void Chains_are_walked_without_the_stack(string start, string link)
    {
        var source = $"class C {{ void M() {{ x = {start}{string.Concat(Enumerable.Repeat(link, Depth))}; y(); }} }}";

        Deep.Run(source, table => AssertDeep(table, source));
    }

    [Fact]
    public void Else_ifs_are_walked_without_the_stack()
    {
        var source = "class C { void M() { " + string.Concat(Enumerable.Range(0, Depth).Select(i => $"if (a == {i}) B({i}); else ")) + "C(); } }";

        Deep.Run(source, table => AssertDeep(table, source));
    }

    private static void AssertDeep(FileTable table, string source)
    {
        TableChecks.AssertSound(table, source);
        Assert.NotEmpty(table.Types);
    }
}
