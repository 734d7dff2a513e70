using AstRegistry.Identity;
using AstRegistry.Tests.Syntax;

namespace AstRegistry.Tests.Keys;

/// <summary>How declarations become keys: writing a signature differently without changing it must not change its key.</summary>
public class CanonicalKeyTests
{
    [Theory]
    [InlineData("int?", "int?")]
    [InlineData("Nullable<int>", "int?")]
    [InlineData("System.Nullable<int>", "int?")]
    [InlineData("global::System.Nullable<bool>", "bool?")]
    [InlineData("string?", "string")]
    [InlineData("object?", "object")]
    [InlineData("DateTime?", "DateTime?")]
    [InlineData("System.DateTimeOffset?", "DateTimeOffset?")]
    [InlineData("TimeSpan?", "TimeSpan?")]
    [InlineData("Nullable<System.Guid>", "Guid?")]
    [InlineData("Size?", "Size")]
    [InlineData("Nullable<Size>", "Size")]
    [InlineData("List<string?>?", "List<string>")]
    [InlineData("List<long?>", "List<long?>")]
    [InlineData("int?[]?", "int?[]")]
    [InlineData("(int, int)?", "(int,int)")]
    [InlineData("nint?", "nint")]
    public void Nullable_marks_are_kept_where_they_make_another_type(string written, string canonical) => AssertParameter(canonical, written);

    [Theory]
    [InlineData("IntPtr", "nint")]
    [InlineData("System.IntPtr", "nint")]
    [InlineData("nint", "nint")]
    [InlineData("UIntPtr[]", "nuint[]")]
    [InlineData("List<System.UIntPtr>", "List<nuint>")]
    public void Native_integers_have_one_name(string written, string canonical) => AssertParameter(canonical, written);

    [Theory]
    [InlineData("Item", "Item")]
    [InlineData("Shop.Item", "Item")]
    [InlineData("global::Shop.Stock.Item", "Item")]
    [InlineData("Lib::Item", "Item")]
    [InlineData("Shop.Box<Shop.Item>", "Box<Item>")]
    [InlineData("Outer<int>.Inner", "Inner")]
    [InlineData("@class", "class")]
    public void Qualifications_are_dropped(string written, string canonical) => AssertParameter(canonical, written);

    [Theory]
    [InlineData("(int a, string b)", "(int,string)")]
    [InlineData("(int, (bool ok, long))", "(int,(bool,long))")]
    [InlineData("List<(int a, int)>", "List<(int,int)>")]
    public void Tuple_names_are_dropped(string written, string canonical) => AssertParameter(canonical, written);

    [Theory]
    [InlineData("int[]", "int[]")]
    [InlineData("int[,]", "int[,]")]
    [InlineData("int[ ] [ , , ]", "int[][,,]")]
    [InlineData("int *", "int*")]
    [InlineData("void**", "void**")]
    [InlineData("Shop.Point*[]", "Point*[]")]
    [InlineData("Dictionary < int , List < string > >", "Dictionary<int,List<string>>")]
    [InlineData("List<>", "List<>")]
    [InlineData("Dictionary<,>", "Dictionary<,>")]
    [InlineData("dynamic", "dynamic")]
    public void Arrays_pointers_and_generics_are_written_without_spaces(string written, string canonical) => AssertParameter(canonical, written);

    [Theory]
    [InlineData("delegate*<int, void>", "delegate*<int,void>")]
    [InlineData("delegate* managed<System.IntPtr, Shop.Item>", "delegate*<nint,Item>")]
    [InlineData("delegate* unmanaged<string?, (int a, int b)>", "delegate*unmanaged<string,(int,int)>")]
    [InlineData("delegate* unmanaged[Cdecl]<ref int, ref readonly T>", "delegate*unmanaged[Cdecl]<ref int,ref readonly T>")]
    [InlineData("delegate*<in A.B, out delegate*<int>, void>", "delegate*<in B,out delegate*<int>,void>")]
    public void Function_pointers_are_canonical_inside(string written, string canonical) => AssertParameter(canonical, written);

    [Theory]
    [InlineData("int p", "int")]
    [InlineData("ref int p", "ref int")]
    [InlineData("out int p", "out int")]
    [InlineData("in int p", "in int")]
    [InlineData("ref readonly int p", "ref readonly int")]
    [InlineData("this int p", "int")]
    [InlineData("this ref int p", "ref int")]
    [InlineData("ref this int p", "ref int")]
    [InlineData("params int[] p", "int[]")]
    [InlineData("scoped Span<int> p", "Span<int>")]
    [InlineData("scoped ref int p", "ref int")]
    [InlineData("[In] int p = 1", "int")]
    [InlineData("int p, __arglist", "int,__arglist")]
    public void Only_ref_kinds_are_kept_of_modifiers(string written, string canonical) =>
        Assert.Equal([$"M({canonical})"], TestInventory.ReadMembers($"void M({written}) {{ }}").LocalKeys());

    [Fact]
    public void Type_parameters_are_told_by_position()
    {
        var table = TestInventory.Read("""
            class Outer<A>
            {
                class Inner<B, C>
                {
                    void M<D, E>(A a, B b, List<C> c, D d, E[] e, F f) { }
                    void N<A>(A a, delegate*<A, B> p) { }
                    static implicit operator C(A a) => default;
                }
                void O(A a) { }
            }
            """);

        Assert.Equal(
            [
                "Outer`1+Inner`2.M``2(`0,`1,List<`2>,``0,``1[],F)",
                "Outer`1+Inner`2.N``1(``0,delegate*<``0,`1>)",
                "Outer`1+Inner`2.op_Implicit(`0):`2",
                "Outer`1.O(`0)",
            ],
            table.Members.Where(m => !m.IsNested).Select(table.KeyOf));
    }

    [Fact]
    public void Renaming_type_parameters_changes_no_key() => Assert.Equal(
        TestInventory.Read("class A<T> { void M<U>(T t, Func<U, T> f) { } }").LocalKeys(),
        TestInventory.Read("class A<X> { void M<Y>(X t, Func<Y, X> f) { } }").LocalKeys());

    [Fact]
    public void Aliases_are_resolved_where_they_are_in_scope()
    {
        var table = TestInventory.Read("""
            using Text = System.Text.StringBuilder;
            using Pair = (int Left, Text Right);
            using unsafe Pointer = int*;
            namespace A
            {
                using Text = Shop.Words;
                using Both = List<Pair>;
                class C { void M(Text t, Pair p, Both b, Pointer q, A.Text r) { } }
            }
            namespace B
            {
                class C<Text> { void M(Text t, Both b) { } }
                class D { void M(Text? t, List<Text> l) { } }
            }
            """);

        Assert.Equal(["M(Words,(int,Text),List<(int,Text)>,int*,Text)", "M(`0,Both)", "M(StringBuilder,List<StringBuilder>)"], table.LocalKeys());
    }

    [Fact]
    public void Type_parameters_do_not_reach_into_aliases() => Assert.Equal(
        ["M(List<T>,`0)"],
        TestInventory.Read("using L = System.Collections.Generic.List<T>; class C<T> { void M(L l, T t) { } }").LocalKeys());

    [Fact]
    public void Aliases_that_double_themselves_end()
    {
        Assert.Equal(["M(Pair<A,A>)"], TestInventory.Read("using A = Pair<A, A>; class C { void M(A a) { } }").LocalKeys());

        var nested = string.Concat(Enumerable.Range(1, 60).Select(i => $"namespace N {{ using A{i} = Pair<A{i - 1}, A{i - 1}>; "));
        var key = TestInventory.Read("using A0 = int; " + nested + "class C { void M(A60 a) { } }" + new string('}', 60)).LocalKeys().Single();
        Assert.InRange(key.Length, 1000, 40_000);
    }

    [Fact]
    public void Explicit_implementations_name_their_interface() => Assert.Equal(
        ["IList<int>.Add(int)", "IList<int>.this[int]", "INotify.Changed", "IBox<`0>.Value", "IAdd<C>.op_Addition(C,C)"],
        TestInventory.Read("""
            class C<T>
            {
                void System.Collections.Generic.IList<int>.Add(int x) { }
                int IList<int>.this[int i] => i;
                event Action INotify.Changed { add { } remove { } }
                T IBox<T>.Value => default;
                static C IAdd<C>.operator +(C a, C b) => a;
            }
            """).LocalKeys());

    [Fact]
    public void Only_conversions_keep_their_target_type() => Assert.Equal(
        ["op_Explicit(C):int?", "op_Implicit(C):List<string>", "op_CheckedExplicit(C):nint", "M(C)", "P"],
        TestInventory.ReadMembers("""
            public static explicit operator int?(C c) => 0;
            public static implicit operator List<string?>(C c) => null;
            public static explicit operator checked System.IntPtr(C c) => 0;
            int M(C c) => 0;
            long P => 1;
            """).LocalKeys());

    [Theory]
    [InlineData("void M(Size? s) { } void M(Size s) { }", "M(Size?)|M(Size)")]
    [InlineData("void M(A.Item s) { } void M(B.Item s) { }", "M(A.Item)|M(B.Item)")]
    [InlineData("void M(A.Item? s) { } void M(B.Item? s) { }", "M(A.Item?)|M(B.Item?)")]
    [InlineData("static implicit operator Size?(C c) => 0; static implicit operator Size(C c) => 0;", "op_Implicit(C):Size?|op_Implicit(C):Size")]
    [InlineData("int this[Size? s] => 1; int this[Size s] => 1;", "this[Size?]|this[Size]")]
    [InlineData("void A.I.M() { } void B.I.M() { } int A.I.P => 1; int B.I.P => 2;", "A.I.M()|B.I.M()|A.I.P|B.I.P")]
    [InlineData("void I<Size?>.M() { } void I<Size>.M() { }", "I<Size?>.M()|I<Size>.M()")]
    public void Ties_restore_the_question_mark_first_and_then_the_qualification(string members, string keys) =>
        Assert.Equal(keys.Split('|'), TestInventory.ReadMembers(members).LocalKeys());

    [Fact]
    public void A_tie_touches_only_those_who_tie()
    {
        Assert.Equal(
            ["M(Size?)", "M(Size)", "M(Other)", "N(Size)", "M``1(Size)"],
            TestInventory.ReadMembers("void M(Size? s) { } void M(Size s) { } void M(X.Other? o) { } void N(Size? s) { } void M<T>(Size? s) { }").LocalKeys());
        Assert.Equal(
            ["M(Size)", "M(Size)"],
            TestInventory.Read("class A { void M(Size? s) { } class B { void M(Size s) { } } }").LocalKeys());
    }

    [Fact]
    public void Partial_halves_share_a_key_and_have_two_ids()
    {
        var table = TestInventory.ReadMembers("partial void M(string? s); partial void M(string s) { }");

        Assert.Equal(["M(string)", "M(string)"], table.LocalKeys());
        Assert.NotEqual(table.IdOf(table.Members[0]), table.IdOf(table.Members[1]));
    }

    [Theory]
    [InlineData("class C<T> { }", "C`1")]
    [InlineData("namespace A.B; class C { }", "A.B.C")]
    [InlineData("namespace A { namespace B { struct S<X, Y> { } } }", "A.B.S`2")]
    [InlineData("namespace @class; enum @enum { }", "class.enum")]
    [InlineData("file class C { }", "C@File.cs")]
    [InlineData("namespace N; file delegate void D<T>();", "N.D`1@File.cs")]
    [InlineData("namespace N; static class E { extension<T>(ref List<T> self) { } }", "N.E|N.E+extension(ref List<`0>)`1")]
    [InlineData("class A { class B<T> { record C; } }", "A|A+B`1|A+B`1+C")]
    [InlineData("Run();", "Program")]
    public void Types_are_keyed_by_metadata_name(string source, string keys)
    {
        var types = TestInventory.Read(source, path: "src/Some/File.cs").Types;

        Assert.Equal(keys.Split('|'), types.Select((_, i) => CanonicalKey.OfType(types, i)));
    }

    [Fact]
    public void Deeply_nested_types_are_cut_and_do_not_overflow()
    {
        const int Depth = 10_000;
        var type = string.Concat(Enumerable.Repeat("List<", Depth)) + "int" + new string('>', Depth);

        Deep.Run($"class C {{ void M({type} x) {{ }} }}", table => Assert.InRange(table.LocalKeys()[0].Length, 300, 1000));
    }

    private static void AssertParameter(string canonical, string written) =>
        Assert.Equal([$"M({canonical})"], TestInventory.ReadMembers($"void M({written} p) {{ }}").LocalKeys());
}
