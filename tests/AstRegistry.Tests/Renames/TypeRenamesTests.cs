namespace AstRegistry.Tests.Renames;

/// <summary>The steps for types, each firing and not firing.</summary>
public class TypeRenamesTests
{
    [Theory]
    [InlineData("class A { A Next; int x = 1, y = 2; }", "class B { B Next; int x = 1, y = 2; }", "A -> B")]
    [InlineData("namespace N { delegate int A(int a, in int b); }", "namespace M { delegate int B(int a, in int b); }", "N.A -> M.B")]
    [InlineData("class A<T> { T First() => default(T); }", "class B<T> { T First() => default(T); }", "A`1 -> B`1")]
    [InlineData("class A { class I { A a; A b; A c; } }", "class B { class I { B a; B b; B c; } }", "A -> B")]
    [InlineData("record struct A(int X, int Y, int Z);", "record struct B(int X, int Y, int Z);", "A -> B")]
    [InlineData("enum A { None = 0, One = 1, Two = 2 }", "enum B { None = 0, One = 1, Two = 2 }", "A -> B")]
    [InlineData("class O { } class P { } file class A { int x = 1, y = 2; }", "class O { } class P { } file class B { int x = 1, y = 2; }", "A@File0.cs -> B@File0.cs")]
    public void A_type_of_equal_tokens_was_renamed(string before, string after, string expected) =>
        Assert.Equal("TypeTokens: " + expected, Detection.Renames(before, after)[0]);

    [Theory]
    [InlineData("delegate int A(int a, in int b);", "delegate int B(int a, in int b);", true)]
    [InlineData("delegate int A(int a, int b);", "delegate int B(int a, int b);", false)]
    public void It_takes_twelve_tokens_to_tell(string before, string after, bool isFound) =>
        Assert.Equal(isFound ? ["TypeTokens: A -> B"] : [], Detection.Renames(before, after));

    [Theory]
    [InlineData("delegate int A(int a, in int b); delegate int C(int a, in int b);", "delegate int B(int a, in int b);")]
    [InlineData("delegate int A(int a, in int b);", "delegate int B(int a, in int b); delegate int C(int a, in int b);")]
    [InlineData("class A { int x = 1, y = 2; }", "struct B { int x = 1, y = 2; }")]
    public void Of_several_equal_types_and_of_another_keyword_none_is_taken(string before, string after) => Assert.Empty(Detection.Renames(before, after));

    [Fact]
    public void Attributes_and_white_space_never_matter() => Assert.Equal(
        "TypeTokens: A -> B",
        Detection.Renames("class A { int x = 1, y = 2; }", "[Serializable]\nclass B // b\n{\n  [X(1)] int x = 1, y = 2; }")[0]);

    [Fact]
    public void A_type_of_the_same_members_in_the_same_container_was_renamed()
    {
        Assert.Equal("TypeMembersInContainer: N.A -> N.B", Detection.Renames("namespace N; class A { void F(int x) { } int P; }", "namespace N; class B { long F(long y) { } int P => 1; }")[0]);
        Assert.Empty(Detection.Renames("namespace N; class A { void F(int x) { } }", "namespace N; class B { long F(long y) { } }"));
        Assert.Empty(Detection.Renames("namespace N; class A { void F(int x) { } int P; }", "namespace N; class B { void F(int x, int y) { } int P; }"));
        Assert.Empty(Detection.Renames("namespace N; class A { void F(int x) { } int P; }", "namespace M; class B { long F(long y) { } int P => 1; }"));
        Assert.Empty(Detection.Renames("namespace N; class A { void F(int x) { } int P; }", "namespace N; struct B { void F(int x) { } int P; }"));
    }

    [Fact]
    public void A_type_of_the_same_three_members_anywhere_was_renamed()
    {
        Assert.Equal("TypeMembersAnywhere: N.A -> M.B", Detection.Renames("namespace N; class A { int F, G, H; }", "namespace M; class B { long F, G, H; }")[0]);
        Assert.Empty(Detection.Renames("namespace N; class A { int F, G; }", "namespace M; class B { long F, G; }"));
        Assert.Empty(Detection.Renames("namespace N; class A { int F, G, H; }", "namespace M; class B { long F, G, H; } class C { byte F, G, H; }"));
    }

    [Theory]
    [InlineData("class A { int F, G; }", "class A { int F, X; }", true)]
    [InlineData("class A { }", "class A { }", true)]
    [InlineData("class A { }", "class A { int F; }", false)]
    [InlineData("class A { int F, G; }", "class A { int F, X, Y, Z; }", false)]
    [InlineData("class A { int F, G, H; }", "class A { int F, X, Y; }", false)]
    [InlineData("class A { int F, G; }", "class A { int F, X; } class O { class A { int F, X; } }", false)]
    [InlineData("class A { int F, G; }", "class A<T> { int F, X; }", false)]
    [InlineData("class A { int F, G; }", "struct A { int F, X; }", false)]
    public void A_type_of_the_same_name_and_half_of_the_members_moved(string before, string after, bool isFound) =>
        Assert.Equal(isFound, Detection.Renames("namespace N { " + before + " }", "namespace M { " + after + " }").Contains("TypeName: N.A -> M.A"));

    [Fact]
    public void What_is_nested_goes_with_its_container_however_deep() => Assert.Equal(
        ["TypeMembersInContainer: A -> B", "Follows: A+I -> B+I", "Follows: A+I+J`1 -> B+I+J`1", "Follows: A+I+J`1.Z -> B+I+J`1.Z", "Follows: A.X -> B.X", "Follows: A.Y -> B.Y"],
        Detection.Renames("class A { int X, Y; class I { struct J<T> { int Z; } } }", "class B { long X, Y; struct I { class J<T> { long Z; } } }"));

    [Fact]
    public void A_nested_type_is_renamed_in_a_renamed_container() => Assert.Equal(
        ["TypeMembersInContainer: A -> B", "TypeMembersInContainer: A+I -> B+K"],
        Detection.Renames("class A { int X, Y; class I { int P, Q; } }", "class B { long X, Y; class K { long P, Q; } }").Take(2));

    [Fact]
    public void Arity_and_name_tell_types_apart() => Assert.Equal(
        ["TypeName: N.A -> M.A", "TypeName: N.A`1 -> M.A`1"],
        Detection.Renames("namespace N; class A { int F, G; } class A<T> { int F, G; }", "namespace M; class A { long F, G; } class A<T> { long F, G; }").Take(2));

    [Fact]
    public void An_extension_block_follows_the_type_that_it_extends() => Assert.Contains(
        "Follows: E.extension(Item) -> E.extension(Product)",
        Detection.Renames(
            "class Item { int X, Y; } static class E { extension(Item i) { int P => 1; } }",
            "class Product { long X, Y; } static class E { extension(Product i) { int P => 1; } }").Select(line => line.Replace("E+", "E.", StringComparison.Ordinal)));

    [Fact]
    public void A_type_whose_declarations_are_spread_over_files_is_one()
    {
        var before = Detection.Read("partial class A { int x = 1; }", "partial class A { int y = 2; int z = 3; }");
        var after = Detection.Read("partial class B { int y = 2; int z = 3; }", "class Other { }", "partial class B { int x = 1; }");

        Assert.Equal("A -> B (equal tokens, 25)", Detection.Detect(before, after).Renames[0].ToString());
    }
}
