using AstRegistry.Tests.Cases;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Syntax;

/// <summary>Source as it looks while somebody types, or worse: the walk never throws, and its table is sound.</summary>
public class BrokenSourceTests
{
    /// <summary>Words that open, close or begin something, and some that only stand around.</summary>
    private static readonly string[] Words =
    [
        "class", "struct", "record", "interface", "enum", "delegate", "extension", "namespace", "using", "global", "extern", "alias",
        "public", "private", "static", "partial", "async", "ref", "readonly", "file", "required", "unsafe", "fixed", "const", "event",
        "int", "string", "void", "var", "dynamic", "operator", "implicit", "explicit", "checked", "this", "base", "new", "get", "set",
        "init", "add", "remove", "if", "else", "for", "foreach", "while", "do", "switch", "case", "default", "try", "catch", "finally",
        "when", "return", "throw", "yield", "goto", "await", "lock", "is", "as", "not", "and", "or", "with", "from", "in", "select",
        "where", "stackalloc", "typeof", "nameof", "__arglist", "params", "scoped", "a", "b", "C", "D", "M", "T", "_", "@if", "\u00e4",
        "1", "2.5", "'c'", "\"s\"", "$\"{", "}\"", "\"\"\"", "$$\"\"\"", "{{", "}}", "true", "null",
        "(", ")", "(", ")", "{", "}", "{", "}", "[", "]", "<", ">", ";", ";", ",", ".", "..", "?", "?.", "??", "??=", ":", "::", "=",
        "=>", "==", "+", "++", "-", "->", "*", "&", "&&", "|", "!", "~", "<<", ">>>", "+=", "\\", "#", "`", "\u0000", "\ud800",
        "\n", "\n", "\r", "\r\n", "\u2028", "\t", "// c\n", "/* c */", "/*", "/// <c>\n", "\n#if X\n", "\n#else\n", "\n#endif\n", "\n#region\n", "\n#line 1\n",
    ];

    public static TheoryData<string> CaseNames => CaseTests.Names;

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Every_prefix_of_a_case_has_a_sound_inventory(string name)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var tree = CaseTests.Parse(name, cancellationToken);
        var source = tree.GetText(cancellationToken).ToString();
        foreach (var token in tree.GetRoot(cancellationToken).DescendantTokens())
        {
            AssertSound(source[..token.SpanStart]);
            AssertSound(source[..(token.SpanStart + (token.Span.Length / 2))]);
            AssertSound(source[..token.SpanStart] + source[token.Span.End..]);
        }
    }

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Every_case_has_a_sound_inventory_at_every_detail(string name)
    {
        var source = CaseTests.Parse(name, TestContext.Current.CancellationToken).ToString();
        foreach (var detail in Enum.GetValues<AstRegistryDetail>()) TableChecks.AssertSound(TestInventory.Read(source, detail), source);
    }

    [Fact]
    public void A_soup_of_words_has_a_sound_inventory() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Gen.Elements(Words).ArrayOf().Resize(120).ToArbitrary(), words => AssertSound(string.Join(' ', words))));

    [Fact]
    public void A_soup_inside_a_method_has_a_sound_inventory() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Gen.Elements(Words).ArrayOf().Resize(80).ToArbitrary(), words => AssertSound($"class C {{ void M() {{ {string.Join(' ', words)} }} }}")));

    [Fact]
    public void Characters_lost_or_doubled_leave_a_sound_inventory()
    {
        var sources = CaseTests.Names.Select(n => CaseTests.Parse(n.Data, CancellationToken.None).ToString()).Where(s => s.Length > 0).ToArray();
        var edits = from source in Gen.Elements(sources)
                    from at in Gen.Choose(0, source.Length - 1)
                    from length in Gen.Choose(0, Math.Min(20, source.Length - at))
                    from twice in Gen.Elements(false, true)
                    select twice ? source.Insert(at, source.Substring(at, length)) : source.Remove(at, length);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(edits.ToArbitrary(), AssertSound));
    }

    /// <summary>A walk keeps its buffers: what a file leaves behind must not show in the next.</summary>
    [Fact]
    public void A_used_walk_reads_like_a_new_one()
    {
        foreach (var name in CaseTests.Names)
        {
            var source = CaseTests.Parse(name.Data, CancellationToken.None).ToString();
            string? fresh = null;
            var thread = new Thread(() => fresh = InventoryText.Of(TestInventory.Read(source)));
            thread.Start();
            thread.Join();

            Assert.Equal(fresh, InventoryText.Of(TestInventory.Read(source)));
        }
    }

    [Fact]
    public void A_cancelled_walk_leaves_nothing_behind()
    {
        var tree = TestInventory.Parse("class C { void M() { A(); } void N() { B(); } }");
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => AstRegistry.Syntax.SyntaxInventory.Read(tree, new AstRegistry.Syntax.InventoryOptions(AstRegistryDetail.Nodes), cancellation.Token));
        AssertSound("class D { void O() { } }");
    }

    private static void AssertSound(string source) => TableChecks.AssertSound(TestInventory.Read(source, AstRegistryDetail.Nodes), source);
}
