using AstRegistry.Packing;
using AstRegistry.Tests.Syntax;

namespace AstRegistry.Tests.Identity;

/// <summary>What changes a digest and what does not.</summary>
public class DigestTests
{
    private const string Source = """
        [Serializable]
        class Cart
        {
            [Obsolete("a")]
            public int Add(int x, [In] string y)
            {
                int Twice(int z) => z * 2; // twice
                Func<int> f = () => Add(x, y);
                return x > 0 ? Add(x - 1, y) : Twice(f());
            }

            int Count { get; set; } = 1;
        }
        """;

    private static readonly FileTable Original = TestInventory.Read(Source);

    [Fact]
    public void Digests_never_change()
    {
        Assert.Equal(
            """
            Cart 860b6631b0dd3806 c174938a0f2d26db
            Method Add 4731e20f1bbb37c4
            LocalFunction Twice e3badc67fb63bc2b
            Lambda  f1ac6e6c5f13a426
            Property Count 3ff539eab6c48c95
            Getter get 87ea47d3f3fa2c26
            Setter set 8adb3e08fba9843a
            """,
            string.Join('\n', Original.Types.Select(t => $"{t.Name} {t.Digest:x16} {t.CompilationHash:x16}")
                .Concat(Original.Members.Select(m => $"{m.Kind} {m.Name} {m.Digest:x16}"))));
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("\n", "\r")]
    [InlineData("\n", " \n\n  ")]
    [InlineData(" // twice", "")]
    [InlineData("return", "/* a */ return // b\n")]
    [InlineData("public int Add", "#if X\nnever\n#endif\n#region r\n/// <summary>doc</summary>\npublic int Add")]
    public void White_space_comments_and_directives_change_no_digest(string old, string replacement)
    {
        var changed = Edit(old, replacement);

        Assert.Equal(Digests(Original), Digests(changed));
        Assert.Equal(Original.Types[0].Digest, changed.Types[0].Digest);
    }

    [Fact]
    public void Renaming_a_member_throughout_changes_no_member_digest()
    {
        Assert.Equal(Digests(Original), Digests(Edit("Add", "Plus")));
        Assert.NotEqual(Original.Member("Count").Digest, TestInventory.Read("class C { long Count { get; set; } = 1; }").Member("Count").Digest);
        Assert.Equal(
            TestInventory.Read("class A { A(int x) : this() { M(new A()); } ~A() { } }").Members.Select(m => m.Digest),
            TestInventory.Read("class B { B(int x) : this() { M(new B()); } ~B() { } }").Members.Select(m => m.Digest));
    }

    [Fact]
    public void Renaming_only_the_declaration_changes_the_digest() =>
        Assert.NotEqual(Original.Member("Add").Digest, Edit("int Add", "int Plus").Member("Plus").Digest);

    [Theory]
    [InlineData("[Obsolete(\"a\")]", "")]
    [InlineData("[Obsolete(\"a\")]", "[Obsolete(\"b\"), Test]")]
    [InlineData("[In] ", "")]
    [InlineData("int Count", "[Required] int Count")]
    [InlineData("get;", "[A] get;")]
    public void Attributes_change_the_digest_of_the_type_alone(string old, string replacement)
    {
        var changed = Edit(old, replacement);

        Assert.Equal(Digests(Original), Digests(changed));
        Assert.NotEqual(Original.Types[0].Digest, changed.Types[0].Digest);
    }

    [Theory]
    [InlineData("x > 0", "x > 1", "Add")]
    [InlineData("z * 2", "z * 3", "Add|Twice")]
    [InlineData("() => Add(x, y)", "() => Add(y, x)", "Add|")]
    [InlineData("= 1;", "= 2;", "Count")]
    [InlineData("int x", "long x", "Add")]
    [InlineData("public int", "int", "Add")]
    [InlineData("get; set;", "get; init;", "Count|set")]
    public void An_edit_changes_the_digests_around_it(string old, string replacement, string names)
    {
        var changed = Edit(old, replacement);

        var differing = Original.Members.Zip(changed.Members).Where(pair => pair.First.Digest != pair.Second.Digest).Select(pair => pair.First.Name);
        Assert.Equal(names.Split('|').Order(), differing.Order());
        Assert.NotEqual(Original.Types[0].Digest, changed.Types[0].Digest);
    }

    [Fact]
    public void Where_a_token_ends_matters() =>
        Assert.NotEqual(TestInventory.ReadMembers("void M() { a.b(); }").Members[0].Digest, TestInventory.ReadMembers("void M() { ab(); }").Members[0].Digest);

    [Fact]
    public void The_compilation_hash_sees_white_space_but_not_the_kind_of_line_end()
    {
        var hash = Original.Types[0].CompilationHash;

        Assert.Equal(hash, Edit("\n", "\r\n").Types[0].CompilationHash);
        Assert.Equal(hash, Edit("\n", "\r").Types[0].CompilationHash);
        Assert.NotEqual(hash, Edit("return ", "return  ").Types[0].CompilationHash);
        Assert.NotEqual(hash, Edit("// twice", "// double").Types[0].CompilationHash);
        Assert.NotEqual(hash, Edit("\n", "\n\n").Types[0].CompilationHash);
    }

    [Fact]
    public void Nothing_outside_a_type_enters_its_hashes()
    {
        var type = TestInventory.Read("using A;\n\nnamespace N;\n\nclass Before { }\n" + Source + "\nclass After { }\n").Types[1];

        Assert.Equal(Original.Types[0].Digest, type.Digest);
    }

    private static FileTable Edit(string old, string replacement)
    {
        Assert.Contains(old, Source, StringComparison.Ordinal);
        return TestInventory.Read(Source.Replace(old, replacement, StringComparison.Ordinal));
    }

    private static IEnumerable<ulong> Digests(FileTable table) => table.Members.Select(m => m.Digest);
}
